package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.chain.AnEntry;
import org.yizhan.ledger.chain.Chaining;
import org.yizhan.ledger.chain.SealingDays;
import org.yizhan.ledger.journal.Journal.Offered;

/**
 * H16: what somebody does to the stored books is seen and named. The books: partition 0 with
 * offsets 0 to 9 in two links, partition 1 with 10 to 14 in one link and in both books; two days
 * are sealed.
 */
class ChainVerificationIT {

  private final AStore store = new AStore();
  private final MongoDatabase database = store.empty();
  private final MongoLinks links = new MongoLinks(database);
  private final MongoJournal journal = new MongoJournal(database, new Chaining(links));
  private final MongoCollection<Document> vouchers = database.getCollection("vouchers");
  private final MongoCollection<Document> chain = database.getCollection("links");
  private final MongoCollection<Document> seals = database.getCollection("seals");
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void keepBooks() {
    database
        .getCollection("topics")
        .insertOne(new Document("_id", "settlements").append("topicId", AnEntry.TOPIC_ID));
    var sealing = new SealingDays(links, new MongoDaySeals(database));
    journal.post(records(0, 0, 5));
    sealing.seal(LocalDate.parse("2026-11-22"));
    journal.post(records(0, 3, 10)); // some of it again
    var both = new ArrayList<Offered>();
    for (int offset = 10; offset < 15; offset++) {
      both.add(AnEntry.at(1, offset, offset, Payer.BASIC));
      both.add(AnEntry.cash(1, offset, offset));
    }
    journal.post(both);
    sealing.seal(LocalDate.parse("2026-11-23"));
  }

  @AfterEach
  void disconnect() {
    store.close();
  }

  private static List<Offered> records(int partition, int from, int to) {
    var offered = new ArrayList<Offered>();
    for (int offset = from; offset < to; offset++) {
      offered.add(AnEntry.at(partition, offset, offset, Payer.BASIC));
      offered.add(AnEntry.at(partition, offset, offset, Payer.ASSISTANCE));
    }
    return offered;
  }

  @Test
  void booksThatNobodyTouchedHold() {
    assertThat(verify()).isTrue();
    assertThat(said.toString(UTF_8))
        .contains("30 entries in 3 chains hold", "2 days are sealed", "day-sealed.v1 of 2026-11-23")
        .doesNotContain("BROKEN");
  }

  static Stream<Arguments> alterations() {
    return Stream.of(
        altered("an amount", "MEMO", "0, offsets 0 to 4", its -> its.raise(2, "postings.0.fen")),
        altered("a fund", "MEMO", "0, offsets 5 to 9", its -> its.rewrite(7, "fund", "POVERTY")),
        altered(
            "an account",
            "MEMO",
            "0, offsets 5 to 9",
            its -> its.rewrite(9, "postings.0.credit", "2901[hospital=H44160200002]")),
        altered(
            "a booking date",
            "CASH",
            "1, offsets 10 to 14",
            its -> its.vouchers.updateOne(at(12), set("entries.1.bookedOn", "2026-10-22"))),
        altered(
            "a voucher deleted", "MEMO", "0, offsets 0 to 4", its -> its.vouchers.deleteOne(at(4))),
        altered(
            "the last of a chain deleted",
            "MEMO",
            "0, offsets 5 to 9",
            its -> its.vouchers.deleteOne(at(9))),
        altered(
            "a chain's vouchers all deleted",
            "MEMO",
            "1, offsets 10 to 14",
            its -> its.vouchers.deleteMany(eq("origin.partition", 1))),
        altered(
            "one put between",
            "MEMO",
            "0, offsets 0 to 4",
            its -> its.copy(1, "00000000-0000-0000-0000-00000000000f", 3)),
        altered(
            "one put at the end",
            "MEMO",
            "0, offsets 99 to 99",
            its -> its.copy(1, "00000000-0000-0000-0000-00000000000f", 99)),
        altered("two swapped", "MEMO", "0, offsets 5 to 9", its -> its.swap(6, 8)),
        altered(
            "a link's head",
            "MEMO",
            "0, offsets 0 to 4",
            its -> its.chain.updateOne(eq("fromOffset", 0L), set("head", "00".repeat(32)))),
        altered(
            "a link's previous head",
            "MEMO",
            "0, offsets 5 to 9",
            its -> its.chain.updateOne(eq("fromOffset", 5L), set("previous", "00".repeat(32)))),
        altered(
            "a link's span",
            "MEMO",
            "0, offsets 5 to 12",
            its -> its.chain.updateOne(eq("fromOffset", 5L), set("toOffset", 12L))),
        altered(
            "the last link deleted",
            "MEMO",
            "0, offsets 5 to 9",
            its -> its.chain.deleteOne(eq("fromOffset", 5L))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alterations")
  void anAlterationIsNamedByBookPartitionAndOffsets(
      String what, String book, String where, Alteration alteration) {
    alteration.on(this);
    assertThat(verify()).isFalse();
    assertThat(said.toString(UTF_8))
        .contains("BROKEN book " + book + ", topic settlements (bG9uZ2lzaA), partition " + where);
  }

  @Test
  void aVoucherThatCannotBeReadIsShown() {
    vouchers.updateOne(at(2), set("entries.0.note", "harmless"));
    vouchers.updateOne(at(7), set("entries.0.postings.0.fen", -1L));
    assertThat(verify()).isFalse();
    assertThat(said.toString(UTF_8))
        .contains(
            "\"harmless\"", "\"fen\": -1", "partition 0, offsets 0 to 4: 8 entries are there");
  }

  @Test
  void anAlteredSealIsNamed() {
    seals.updateOne(eq("_id", "2026-11-22"), inc("chains.0.toOffset", 1L));
    assertThat(verify()).isFalse();
    assertThat(said.toString(UTF_8))
        .contains(
            "BROKEN seal of 2026-11-22: its head is not that",
            "BROKEN seal of 2026-11-22: link 1 of MEMO/bG9uZ2lzaA/0 is not the sealed one")
        .doesNotContain("BROKEN seal of 2026-11-23", "BROKEN book");
  }

  @Test
  void aSealThatIsGoneIsNamedByTheNext() {
    seals.deleteOne(eq("_id", "2026-11-22"));
    assertThat(verify()).isFalse();
    assertThat(said.toString(UTF_8))
        .contains("BROKEN seal of 2026-11-23: does not follow the day before it");
  }

  @Test
  void aWholeChainThatWasMadeAnewIsShownByTheSeals() {
    vouchers.updateOne(at(7), inc("entries.0.postings.0.fen", 1L));
    chain.deleteMany(and(eq("book", "MEMO"), eq("partition", 0)));
    new Chaining(links)
        .extend(
            vouchers
                .find(eq("origin.partition", 0))
                .sort(new Document("origin.offset", 1))
                .into(new ArrayList<>())
                .stream()
                .flatMap(ChainVerificationIT::offered)
                .toList());
    assertThat(verify()).isFalse();
    assertThat(said.toString(UTF_8))
        .contains("BROKEN seal of 2026-11-22: link 1 of MEMO/bG9uZ2lzaA/0 is not the sealed one")
        .doesNotContain("BROKEN book");
  }

  private static Stream<Offered> offered(Document voucher) {
    var origin = VoucherDocument.originOf(voucher);
    var like = AnEntry.at(origin.partition(), origin.offset(), origin.offset(), Payer.BASIC);
    return VoucherDocument.entriesOf(voucher).stream()
        .map(entry -> new Offered(like.source(), like.offset(), like.voucher(), entry));
  }

  @Test
  void whoAsksWronglyIsTold() {
    var out = new PrintStream(said, true, UTF_8);
    assertThat(ChainVerification.run(new String[] {"verify-chains", "a", "b"}, "", "", out))
        .isEqualTo(2);
    assertThat(said.toString(UTF_8)).contains("usage: verify-chains [MongoDB connection string]");
  }

  private boolean verify() {
    return new ChainVerification(database, new PrintStream(said, true, UTF_8)).verify();
  }

  @FunctionalInterface
  private interface Alteration {
    void on(ChainVerificationIT books);
  }

  private static Arguments altered(String what, String book, String where, Alteration alteration) {
    return Arguments.of(what, book, where, alteration);
  }

  private static Bson at(int offset) {
    return eq("origin.offset", (long) offset);
  }

  private void raise(int offset, String member) {
    vouchers.updateOne(at(offset), inc("entries.0." + member, 1L));
  }

  private void rewrite(int offset, String member, String value) {
    vouchers.updateOne(at(offset), set("entries.0." + member, value));
  }

  private void copy(int offset, String id, long to) {
    var copy = new Document(Objects.requireNonNull(vouchers.find(at(offset)).first()));
    var origin = new Document(copy.get("origin", Document.class)).append("offset", to);
    vouchers.insertOne(copy.append("_id", id).append("origin", origin));
  }

  private void swap(int one, int other) {
    vouchers.updateOne(at(one), set("origin.offset", -1L));
    vouchers.updateOne(at(other), set("origin.offset", (long) one));
    vouchers.updateOne(at(-1), set("origin.offset", (long) other));
  }
}
