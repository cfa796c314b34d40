package org.yizhan.settlement.settling;

import java.time.LocalDate;
import java.util.List;
import org.yizhan.settlement.coverage.Hospital.Designation;

/** The hospitals that histories know: two in Heyuan, one in Wenzhou, one elsewhere. */
final class Hospitals {

  static final String GUANGZHOU = "H44010300001";
  static final List<String> CODES =
      List.of("H44160200003", "H44162100001", "H33030200002", GUANGZHOU);

  private Hospitals() {}

  static String divisionOf(String code) {
    return code.substring(1, 7);
  }

  static int levelOf(String code) {
    return code.equals(GUANGZHOU) ? 3 : code.charAt(code.length() - 1) - '0';
  }

  static void register(ReferenceData reference) {
    for (var code : CODES) {
      var from = LocalDate.parse("2015-01-01");
      reference.register(code, code, new Designation(from, null, levelOf(code), divisionOf(code)));
    }
  }
}
