package org.yizhan.ledger.fund;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.ledger.journal.Journal.Source;

/** Keeps how every fund stands, and what became of each command. */
public interface Funds {

  /** Those that are known, by {@link #keyOf}. */
  Map<String, Kept> find(Collection<String> keys);

  /**
   * Replaces what was found.
   *
   * @throws IllegalStateException when somebody else has changed one of them meanwhile; the batch
   *     must come again
   */
  void keep(List<Kept> changed);

  /** Those of the commands that were decided. */
  Map<UUID, Decided> decided(Collection<UUID> commandIds);

  /** What is known already stays as it is. */
  void remember(List<Decided> decisions);

  default Optional<FundState> find(String key) {
    return Optional.ofNullable(find(List.of(key)).get(key)).map(kept -> kept.now().state());
  }

  static String keyOf(FundState state) {
    return FundCommand.keyOf(state.city(), state.fund());
  }

  /**
   * How a fund stands after a record of its partition.
   *
   * @param offset of the last record that counts, -1 before the first
   */
  record Moment(FundState state, long offset) {}

  /**
   * A fund as the last batch left it and as it found it. A batch that comes again, perhaps cut
   * differently, is decided again from where the first try began, and so to the same end.
   *
   * @param source of its commands
   * @param version of the stored document, 0 before it is stored
   */
  record Kept(Source source, Moment before, Moment now, long version) {}

  /**
   * What became of a command.
   *
   * @param type of the command
   * @param fingerprint of what it asks, without the time of receipt
   * @param offset of the record that was decided; another with the same id is a repetition
   * @param refusal null when it is done
   */
  record Decided(
      UUID commandId,
      String key,
      String type,
      String fingerprint,
      Source source,
      long offset,
      @Nullable Problem refusal) {}
}
