package org.yizhan.settlement.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.payerchain.Accumulators;

final class BenefitYearsInMemory implements BenefitYears {

  private record Document(
      BenefitYear.Key key,
      long version,
      Accumulators used,
      Map<UUID, UUID> deciders,
      List<Claim> claims,
      Map<UUID, byte[]> outgoing,
      Map<UUID, byte[]> revising) {}

  private final Map<String, Document> documents = new LinkedHashMap<>();
  private final EachWrite write;

  BenefitYearsInMemory(EachWrite write) {
    this.write = write;
  }

  List<BenefitYear.Key> keysOf(String person) {
    return documents.values().stream()
        .map(Document::key)
        .filter(key -> key.personNumber().equals(person))
        .toList();
  }

  @Override
  public Map<String, Stored> find(Collection<String> yearIds) {
    var found = new HashMap<String, Stored>();
    for (var id : yearIds) {
      var is = documents.get(id);
      if (is != null) {
        var year = new RunningYear(is.key(), is.version(), is.deciders(), is.used(), List.of());
        found.put(id, new Stored(year, is.version(), is.outgoing().keySet()));
      }
    }
    return found;
  }

  @Override
  public Optional<BenefitYear> findWhole(String yearId) {
    return Optional.ofNullable(documents.get(yearId)).map(BenefitYearsInMemory::whole);
  }

  @Override
  public List<Read> ofPersons(Collection<String> personNumbers) {
    return documents.values().stream()
        .filter(year -> personNumbers.contains(year.key().personNumber()))
        .map(BenefitYearsInMemory::read)
        .toList();
  }

  private static Read read(Document is) {
    try {
      return new Read.Whole(whole(is));
    } catch (BrokenInvariant broken) {
      return new Read.Broken(is.key(), broken);
    }
  }

  private static BenefitYear whole(Document is) {
    var year = BenefitYear.of(is.key(), is.version(), is.claims());
    if (!year.accumulators().equals(is.used())) {
      throw new BrokenInvariant(
          is.key() + " keeps " + is.used() + ", its claims add up to " + year.accumulators());
    }
    return year;
  }

  @Override
  public Optional<byte[]> revisionOf(String yearId, UUID revisionId) {
    return Optional.ofNullable(documents.get(yearId)).map(year -> year.revising().get(revisionId));
  }

  @Override
  public void revise(Revising revising) {
    write.begins();
    var year = revising.year();
    var was = documents.get(BenefitYears.idOf(year.key()));
    if (was == null || was.version() != revising.readVersion()) {
      throw changedMeanwhile();
    }
    var events = new HashMap<>(was.revising());
    events.put(revising.revisionId(), revising.event());
    put(
        new Document(
            was.key(),
            year.version(),
            year.accumulators(),
            was.deciders(),
            year.claims(),
            was.outgoing(),
            events));
  }

  @Override
  public void forgetRevisions(Map<UUID, String> yearIds) {
    yearIds.forEach(
        (revisionId, yearId) -> {
          write.begins();
          var was = documents.get(yearId);
          if (was != null) {
            was.revising().remove(revisionId);
          }
        });
  }

  @Override
  public Map<UUID, byte[]> outgoingOf(Collection<String> yearIds) {
    var found = new HashMap<UUID, byte[]>();
    for (var id : yearIds) {
      Optional.ofNullable(documents.get(id)).ifPresent(year -> found.putAll(year.outgoing()));
    }
    return found;
  }

  @Override
  public void store(Collection<Change> changes) {
    long stored = changes.stream().filter(this::storeIfUnchanged).count();
    if (stored != changes.size()) {
      throw changedMeanwhile();
    }
  }

  private boolean storeIfUnchanged(Change change) {
    write.begins();
    var year = change.changed().year();
    var was = documents.get(BenefitYears.idOf(year.key()));
    if ((was == null ? 0 : was.version()) != change.changed().readVersion()) {
      return false;
    }
    var claims = new ArrayList<>(was == null ? List.of() : was.claims());
    claims.addAll(year.added());
    var outgoing = new HashMap<>(was == null ? Map.<UUID, byte[]>of() : was.outgoing());
    outgoing.keySet().removeAll(change.acknowledged());
    outgoing.putAll(change.outgoing());
    put(
        new Document(
            year.key(),
            year.version(),
            year.used(),
            year.deciders(),
            claims,
            outgoing,
            was == null ? new HashMap<>() : was.revising()));
    return true;
  }

  private void put(Document document) {
    documents.put(BenefitYears.idOf(document.key()), document);
  }

  private static ChangedMeanwhile changedMeanwhile() {
    return new ChangedMeanwhile("a benefit year was changed by another consumer");
  }
}
