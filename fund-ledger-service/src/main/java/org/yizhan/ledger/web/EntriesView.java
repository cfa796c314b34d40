package org.yizhan.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Correction;
import org.yizhan.ledger.journal.Journal.Posted;
import org.yizhan.ledger.journal.Origin;
import org.yizhan.ledger.journal.Posting;

/**
 * The entries of one settlement on the wire, by fund in chain order; then those that correct them.
 */
record EntriesView(UUID settlementId, List<Entry> entries) {

  /** {@code origin} is the record that the entry was posted from. */
  record Entry(
      UUID id,
      Payer fund,
      Book book,
      LocalDate bookedOn,
      String reason,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Correction corrects,
      List<Line> postings,
      Origin origin) {}

  /** Accounts as {@code {"code": "2901", "hospital": "H44160200001"}}. */
  record Line(Map<String, String> debit, Map<String, String> credit, Money amount) {}

  static EntriesView of(UUID settlementId, List<Posted> posted) {
    return new EntriesView(settlementId, entries(posted));
  }

  static List<Entry> entries(List<Posted> posted) {
    return posted.stream().map(EntriesView::entry).toList();
  }

  private static Entry entry(Posted posted) {
    var entry = posted.entry();
    return new Entry(
        entry.id(),
        entry.fund(),
        entry.book(),
        entry.bookedOn(),
        entry.reason(),
        entry.correction(),
        entry.postings().stream().map(EntriesView::line).toList(),
        posted.origin());
  }

  private static Line line(Posting posting) {
    return new Line(members(posting.debit()), members(posting.credit()), posting.amount());
  }

  private static Map<String, String> members(AccountRef account) {
    var members = new LinkedHashMap<String, String>();
    members.put("code", account.code());
    account.subAccounts().forEach((dimension, value) -> members.put(dimension.wireName(), value));
    return members;
  }
}
