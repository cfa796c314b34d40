package org.yizhan.roster.change;

/** Takes citizen IDs and names out of sight. */
public interface PrivateTexts {

  /** Keyed hash: the same for the same text, for ever. */
  byte[] hash(String text);

  /** Authenticated encryption; two seals of one text differ. */
  String seal(String text);
}
