package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.yizhan.ledger.chain.ChainCheck;
import org.yizhan.ledger.chain.ChainId;
import org.yizhan.ledger.chain.DayCheck;
import org.yizhan.ledger.chain.Link;
import org.yizhan.ledger.journal.JournalEntry;

/**
 * Recomputes every chain and every day's seal from the store, without starting the service; it may
 * run beside it. 0: all hold; 1: not, and of each chain the first break is named by book, partition
 * and offsets; 2: asked wrongly.
 *
 * <p>Whoever can write to the store can also make a whole new chain: what shows that is the day's
 * head, which has left the building as {@code day-sealed.v1} on topic {@code ledger}.
 */
public final class ChainVerification {

  public static final String COMMAND = "verify-chains";

  /** A batch stands in the vouchers for some milliseconds before it stands in a link. */
  private static final long UNDER_WAY_MS = 2_000;

  private final PrintStream out;
  private final MongoCollection<Document> vouchers;
  private final MongoLinks links;
  private final MongoDaySeals seals;
  private final Map<String, String> topics = new HashMap<>();
  private final Map<ChainId, Link> last;
  private final Map<ChainId, ChainCheck> checks = new TreeMap<>();
  private boolean sound = true;

  ChainVerification(MongoDatabase database, PrintStream out) {
    this.out = out;
    this.vouchers = database.getCollection(VoucherDocument.COLLECTION);
    this.links = new MongoLinks(database);
    this.seals = new MongoDaySeals(database);
    for (var topic : database.getCollection("topics").find()) {
      topics.put(topic.getString("topicId"), topic.getString("_id"));
    }
    this.last = links.last(links.chains());
  }

  /**
   * @param words {@code verify-chains} and perhaps the address of the store
   * @param usualUri of the store, when there is none
   */
  public static int run(String[] words, String usualUri, String database, PrintStream out) {
    if (words.length > 2) {
      out.println("usage: " + COMMAND + " [MongoDB connection string]");
      return 2;
    }
    try (var client = MongoClients.create(words.length == 2 ? words[1] : usualUri)) {
      return new ChainVerification(client.getDatabase(database), out).verify() ? 0 : 1;
    }
  }

  boolean verify() {
    // Rarely asked: it sorts for itself, so that no voucher pays for an index.
    var byOrigin =
        vouchers
            .find()
            .sort(ascending("origin.topicId", "origin.partition", "origin.offset"))
            .allowDiskUse(true);
    byOrigin.forEach(this::hear);
    last.keySet().forEach(this::checkOf); // one that has lost all its entries
    checks.values().forEach(ChainCheck::end);
    checks.values().forEach(check -> check.broken().ifPresent(this::say));
    requireSealed();
    long sealed = checks.values().stream().mapToLong(ChainCheck::sealed).sum();
    out.println("%,d entries in %d chains hold".formatted(sealed, checks.size()));
    verifyDays();
    return sound;
  }

  private void hear(Document voucher) {
    try {
      var origin = VoucherDocument.originOf(voucher);
      var id = UUID.fromString(voucher.getString("_id"));
      var entries = VoucherDocument.entriesOf(voucher);
      requireNothingElse(voucher, entries);
      for (var entry : entries) {
        var chain = new ChainId(entry.book(), origin.topicId(), origin.partition());
        checkOf(chain).hear(id, origin.offset(), entry);
      }
    } catch (RuntimeException unreadable) {
      sound = false;
      out.println("BROKEN voucher, not of the form that is written: " + voucher.toJson());
    }
  }

  private static void requireNothingElse(Document voucher, List<JournalEntry> entries) {
    var written = new Document(voucher);
    written.keySet().removeAll(List.of("_id", "origin"));
    if (!written.equals(VoucherDocument.contentOf(entries))) {
      throw new IllegalArgumentException("has members that no voucher has");
    }
  }

  private ChainCheck checkOf(ChainId chain) {
    return checks.computeIfAbsent(
        chain,
        _ -> {
          var end = last.get(chain);
          return end == null
              ? new ChainCheck(chain, List.<Link>of().iterator(), null)
              : new ChainCheck(chain, links.upTo(end), end);
        });
  }

  private void requireSealed() {
    if (checks.values().stream().anyMatch(check -> check.unsealed(null).isPresent())) {
      try {
        Thread.sleep(UNDER_WAY_MS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      var now = links.last(checks.keySet());
      checks.forEach((chain, check) -> check.unsealed(now.get(chain)).ifPresent(this::say));
    }
  }

  private void verifyDays() {
    var check = new DayCheck(named -> links.find(named.chain(), named.number()));
    for (var seal : seals.all()) {
      for (var wrong : check.hear(seal)) {
        sound = false;
        out.println("BROKEN seal of " + seal.date() + ": " + wrong);
      }
    }
    out.println("%,d days are sealed".formatted(check.days()));
    check
        .last()
        .ifPresent(
            seal ->
                out.println(
                    "compare with day-sealed.v1 of %s: %s".formatted(seal.date(), seal.head())));
  }

  private void say(ChainCheck.Break found) {
    sound = false;
    var chain = found.chain();
    out.println(
        "BROKEN book %s, topic %s (%s), partition %d, offsets %d to %d: %s"
            .formatted(
                chain.book(),
                Objects.requireNonNullElse(topics.get(chain.topicId()), "unknown"),
                chain.topicId(),
                chain.partition(),
                found.fromOffset(),
                found.toOffset(),
                found.what()));
  }
}
