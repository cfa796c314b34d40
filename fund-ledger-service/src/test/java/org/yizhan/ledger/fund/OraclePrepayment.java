package org.yizhan.ledger.fund;

/** A prepayment as the oracle sees it: a word for its state, and three things to remember. */
final class OraclePrepayment {

  private String state = "ASSESSED";
  private String maker = "";
  private long requested;
  private long funded;

  OraclePrepayment(long requested) {
    this.requested = requested;
  }

  OraclePrepayment copy() {
    var copy = new OraclePrepayment(requested);
    copy.state = state;
    copy.maker = maker;
    copy.funded = funded;
    return copy;
  }

  boolean is(String word) {
    return state.equals(word);
  }

  long requested() {
    return requested;
  }

  long open() {
    return Math.max(0, requested - funded);
  }

  void close() {
    state = "CLOSED";
  }

  void arrived(long fen) {
    if (is("APPROVED")) {
      funded += Math.min(fen, open());
      state = open() == 0 ? "FUNDED" : state;
    } else if (!is("FUNDED") && !is("CLOSED")) {
      funded += fen;
    }
  }

  /** Submitted by one, approved or returned by another (H18). */
  boolean step(String step, String by, String reason, long amount) {
    if (step.equals("SUBMIT")) {
      boolean may = is("ASSESSED") || is("RETURNED");
      if (!may || (amount != requested && reason == null)) {
        return false;
      }
      state = "SUBMITTED";
      maker = by;
      requested = amount;
      return true;
    }
    if (!is("SUBMITTED") || by.equals(maker) || (step.equals("RETURN") && reason == null)) {
      return false;
    }
    state = step.equals("RETURN") ? "RETURNED" : open() == 0 ? "FUNDED" : "APPROVED";
    return true;
  }
}
