package org.yizhan.contracts;

/** Who takes a share of a bill; every payer is also a fund with its own books. */
public enum Payer {
  /** 基本医疗保险, basic insurance. */
  BASIC,
  /** 大病保险, catastrophic insurance. */
  CATASTROPHIC,
  /** 补充医疗保险, supplementary insurance of employees. */
  SUPPLEMENTARY,
  /** 扶贫保险, poverty insurance, paid by a commercial insurer. */
  POVERTY,
  /** 医疗救助, medical assistance. */
  ASSISTANCE,
  /** 优抚医疗补助, special-care subsidy of the veterans bureaus. */
  SPECIAL_CARE
}
