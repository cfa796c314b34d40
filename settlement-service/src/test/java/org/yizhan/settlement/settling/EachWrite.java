package org.yizhan.settlement.settling;

/**
 * Told before a fake changes one document: there a history lets the process die, or somebody else
 * write first.
 */
@FunctionalInterface
interface EachWrite {

  EachWrite UNNOTICED = () -> {};

  void begins();
}
