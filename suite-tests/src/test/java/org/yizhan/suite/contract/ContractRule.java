package org.yizhan.suite.contract;

import java.util.List;

/** Something the contract must say as the code does. */
@FunctionalInterface
interface ContractRule {

  /** What is wrong, in words; empty when nothing is. */
  List<String> problemsIn(AgencyContract contract);
}
