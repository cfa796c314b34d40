package org.yizhan.suite.replay;

import com.mongodb.client.MongoDatabase;
import java.util.function.Predicate;
import org.bson.Document;

/** The collections of settlement that come from the topics. */
record SettlementStores(
    StoredDocuments years,
    StoredDocuments settlements,
    StoredDocuments revisions,
    StoredDocuments refusals,
    StoredDocuments refusedCancellations,
    StoredDocuments cases,
    StoredDocuments recoveries,
    StoredDocuments coverages,
    StoredDocuments encounters,
    StoredDocuments hospitals,
    StoredDocuments functions) {

  private static final Predicate<Document> NONE = document -> false;

  static SettlementStores of(MongoDatabase database, Findings findings) {
    return new SettlementStores(
        new StoredDocuments(database, "benefitYears", findings),
        new StoredDocuments(database, "settlements", findings),
        new StoredDocuments(database, "revisions", findings),
        new StoredDocuments(database, "refusals", findings),
        new StoredDocuments(database, "refusedCancellations", findings),
        new StoredDocuments(database, "reimbursementCases", findings),
        new StoredDocuments(database, "recoveries", findings),
        new StoredDocuments(database, "coverages", findings),
        new StoredDocuments(database, "encounters", findings),
        new StoredDocuments(database, "hospitals", findings),
        new StoredDocuments(database, "offSiteFunctions", findings));
  }

  /**
   * @param answersGone whether the answers topic has lost its beginning
   */
  void nameTheOthers(boolean answersGone) {
    for (var from :
        new StoredDocuments[] {years, settlements, revisions, recoveries, hospitals, functions}) {
      from.nameTheOthers(NONE);
    }
    for (var fromAnswers : new StoredDocuments[] {refusals, refusedCancellations, cases}) {
      fromAnswers.nameTheOthers(document -> answersGone);
    }
    // What was set aside for a person of whom nobody ever heard leaves an empty list behind.
    coverages.nameTheOthers(
        document -> !document.containsKey("version") && withoutWaiting(document).size() == 1);
    // Claimed by a bill that was refused after all: free, as if it had never been.
    encounters.nameTheOthers(document -> document.size() == 1);
  }

  /** A waiting list without commands is the same as none. */
  static Document withoutWaiting(Document coverage) {
    var waiting = coverage.getList("waiting", Document.class);
    if (waiting != null && waiting.isEmpty()) {
      coverage.remove("waiting");
    }
    return coverage;
  }
}
