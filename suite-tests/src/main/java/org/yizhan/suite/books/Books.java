package org.yizhan.suite.books;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.yizhan.contracts.Payer;
import org.yizhan.suite.city.Hospital;
import org.yizhan.suite.door.Door;
import org.yizhan.suite.door.Reply;
import org.yizhan.suite.door.Settled;
import tools.jackson.databind.JsonNode;

/**
 * The invariants of the suite, read through its own doors: what was answered to the hospitals
 * stands in the ledger and in the statements, once and to the fen, and every book balances.
 */
public final class Books {

  private final Door door;
  private final Lags lags;
  private final List<String> hospitalCodes;
  private final Sums opening;

  private Books(Door door, Lags lags, List<String> hospitalCodes) throws IOException {
    this.door = door;
    this.lags = lags;
    this.hospitalCodes = hospitalCodes;
    this.opening = read();
  }

  /** Remembers how things stand: only what comes from now on is judged. */
  public static Books opened(Door door, Lags lags, Collection<Hospital> hospitals)
      throws IOException {
    return new Books(door, lags, hospitals.stream().map(Hospital::code).toList());
  }

  /**
   * Waits until nobody is behind, then compares.
   *
   * @param answered every settlement that was answered since the opening, as often as it was
   * @return what is broken, one line each; empty when all is well
   */
  public List<String> problems(Collection<Settled> answered, Duration patience)
      throws IOException, InterruptedException {
    var problems = new ArrayList<String>();
    lags.awaitNone(patience)
        .forEach((what, open) -> problems.add(what + " is " + open + " records behind"));
    var distinct = new HashMap<String, Settled>();
    for (var settled : answered) {
      if (settled.unaccounted() != 0) {
        problems.add(settled.settlementId() + ": shares and patient are not the total");
      }
      var before = distinct.putIfAbsent(settled.settlementId(), settled);
      if (before != null && !before.equals(settled)) {
        problems.add(settled.settlementId() + " was answered with different amounts");
      }
    }
    var now = read();
    problems.addAll(now.differencesTo(opening.plus(Sums.owedFor(distinct.values()))));
    problems.addAll(imbalances(now));
    return problems;
  }

  private static List<String> imbalances(Sums now) {
    var imbalances = new ArrayList<String>();
    for (var fund : Payer.values()) {
      for (var book : List.of("trial balance ", "cash trial balance ")) {
        long difference = now.sum(book + fund, " debit") - now.sum(book + fund, " credit");
        if (difference != 0) {
          imbalances.add(book + fund + " is out by " + difference + " fen");
        }
      }
    }
    return imbalances;
  }

  /** Everything that the books and the statements hold of these hospitals at this moment. */
  public Sums read() throws IOException {
    var sums = new Sums();
    for (var fund : Payer.values()) {
      readTrialBalance(sums, "trial balance " + fund, fund + "&book=MEMO");
      readTrialBalance(sums, "cash trial balance " + fund, fund + "&book=CASH");
      readPayables(sums, fund);
    }
    for (var hospital : hospitalCodes) {
      readStatements(sums, hospital);
    }
    return sums;
  }

  private void readTrialBalance(Sums sums, String name, String query) throws IOException {
    var balance = get("/api/ledger/trial-balance?fund=" + query);
    for (var account : balance.path("accounts")) {
      var code = account.path("code").asString("");
      sums.add(name + " " + code + " debit", account.path("debit"));
      sums.add(name + " " + code + " credit", account.path("credit"));
    }
    sums.add(name + " debit", balance.path("debit"));
    sums.add(name + " credit", balance.path("credit"));
  }

  private void readPayables(Sums sums, Payer fund) throws IOException {
    var account = get("/api/ledger/accounts/2901?limit=1000&fund=" + fund);
    for (var row : account.path("subAccounts")) {
      var hospital = row.path("hospital").asString("");
      if (hospitalCodes.contains(hospital)) {
        sums.add("payable " + fund + " to " + hospital, row.path("balance"));
      }
    }
  }

  private void readStatements(Sums sums, String hospital) throws IOException {
    var reply = door.get("/api/hospital-months/" + hospital + "?limit=1000");
    if (reply.status() == 404) {
      return;
    }
    for (var month : required(reply).path("months")) {
      var name = "statements of " + hospital;
      var totals = month.path("totals");
      sums.add(name + " total", totals.path("total"));
      sums.add(name + " patient", totals.path("patient"));
      sums.add(name + " count", totals.path("count").asLong(0));
      totals
          .path("advances")
          .properties()
          .forEach(advance -> sums.add(name + " " + advance.getKey(), advance.getValue()));
    }
  }

  private JsonNode get(String path) throws IOException {
    return required(door.get(path));
  }

  private static JsonNode required(Reply reply) {
    if (!reply.isOk()) {
      throw new IllegalStateException("the books cannot be read: " + reply);
    }
    return reply.json();
  }
}
