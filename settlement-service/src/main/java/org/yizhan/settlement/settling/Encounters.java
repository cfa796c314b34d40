package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;

/**
 * Which settlement a hospital's encounter belongs to: the guard that no encounter is paid twice,
 * under another person or in another year.
 */
public interface Encounters {

  /** What hospitals call the stay: unique per hospital. */
  record Encounter(String hospitalCode, String encounterId) {

    static Encounter of(SettleDischarge command) {
      return new Encounter(command.hospitalCode(), command.encounterId());
    }
  }

  /**
   * Who holds an encounter.
   *
   * @param settlementId null when it is free
   * @param claimedBy the command that claimed it; only that command may release it
   * @param yearId where its decision stands, so that a later change of city or person cannot hide
   *     it
   * @param cancelled the settlement that was cancelled last; a new one must say that it replaces it
   * @param cancelledYears by cancelled settlement, where its decision stands
   */
  record Holding(
      @Nullable UUID settlementId,
      @Nullable UUID claimedBy,
      @Nullable String yearId,
      @Nullable UUID cancelled,
      Map<UUID, String> cancelledYears) {

    static final Holding FREE = new Holding(null, null, null, null, Map.of());

    public Holding {
      cancelledYears = Map.copyOf(cancelledYears);
    }

    boolean isFreeFor(@Nullable UUID replaces) {
      return settlementId == null && Objects.equals(cancelled, replaces);
    }
  }

  record Claim(
      Encounter encounter,
      UUID settlementId,
      UUID commandId,
      String yearId,
      @Nullable UUID replaces) {

    static Claim of(SettleDischarge command, String yearId) {
      return new Claim(
          Encounter.of(command),
          command.settlementId(),
          command.commandId(),
          yearId,
          command.replaces());
    }
  }

  /** The known ones; an encounter that was never claimed is absent. */
  Map<Encounter, Holding> find(Collection<Encounter> encounters);

  /**
   * Claims each encounter that is free (and whose cancelled settlement is the one replaced); the
   * others are left as they are.
   *
   * @param neverClaimed those of which {@link #find} knew nothing
   * @return whether every claim was granted; if not, {@link #find} tells who holds what
   */
  boolean claim(Collection<Claim> claims, Predicate<Encounter> neverClaimed);

  /** Frees each encounter that still belongs to the very command of the claim. */
  void release(Collection<Claim> claims);

  /**
   * Frees the encounter if it still holds the cancelled settlement, and remembers that one: a new
   * discharge of the stay must say that it replaces it.
   */
  void cancel(Encounter encounter, UUID settlementId, String yearId);
}
