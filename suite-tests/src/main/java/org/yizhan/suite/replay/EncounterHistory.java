package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.benefityear.Claim;

/**
 * Who held each encounter, and who holds it. The order does not depend on how partitions are read:
 * a later settlement of a stay names the cancelled one that it replaces.
 */
final class EncounterHistory {

  private static final String COLLECTION = "settlement-service.encounters";

  private final Map<String, List<Holder>> holders = new LinkedHashMap<>();
  private final Map<UUID, String> cancelled = new HashMap<>();

  private record Holder(
      UUID settlementId, UUID commandId, String yearId, @Nullable UUID replaces) {}

  void settled(Claim claim, String yearId) {
    var command = claim.command();
    holders
        .computeIfAbsent(
            command.hospitalCode() + '/' + command.encounterId(), _ -> new ArrayList<>(1))
        .add(new Holder(claim.settlementId(), claim.commandId(), yearId, command.replaces()));
  }

  void cancelled(UUID settlementId, String yearId) {
    cancelled.put(settlementId, yearId);
  }

  List<Document> documents(Findings findings) {
    return holders.entrySet().stream()
        .map(one -> document(one.getKey(), one.getValue(), findings))
        .toList();
  }

  private Document document(String id, List<Holder> all, Findings findings) {
    var document = new Document("_id", id);
    var standing =
        all.stream().filter(holder -> !cancelled.containsKey(holder.settlementId())).toList();
    if (standing.size() > 1) {
      findings.differs(COLLECTION, id, "is paid twice, by " + standing);
    }
    for (var holder : standing) {
      document
          .append("settlementId", holder.settlementId().toString())
          .append("claimedBy", holder.commandId().toString())
          .append("yearId", holder.yearId());
    }
    var last = lastCancelled(all, standing);
    if (last != null) {
      var years = new Document();
      all.stream()
          .map(Holder::settlementId)
          .filter(cancelled::containsKey)
          .forEach(one -> years.append(one.toString(), cancelled.get(one)));
      document.append("cancelled", last.toString()).append("cancelledYears", years);
    }
    return document;
  }

  /** The one that who holds the encounter replaces, or the one that nobody has replaced yet. */
  private @Nullable UUID lastCancelled(List<Holder> all, List<Holder> standing) {
    if (!standing.isEmpty()) {
      return standing.getFirst().replaces();
    }
    Set<UUID> replaced = new HashSet<>();
    all.stream().map(Holder::replaces).filter(Objects::nonNull).forEach(replaced::add);
    return all.stream()
        .map(Holder::settlementId)
        .filter(id -> !replaced.contains(id))
        .findFirst()
        .orElse(null);
  }
}
