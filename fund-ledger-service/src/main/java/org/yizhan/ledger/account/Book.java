package org.yizhan.ledger.account;

/** Each fund keeps two books, and no entry stands in both. */
public enum Book {
  /** 备查账, what is owed between settlement and payment. */
  MEMO,
  /** The statutory book, cash based (财会〔2017〕28号). */
  CASH
}
