package org.yizhan.settlement.reimbursement;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.yizhan.settlement.settling.BenefitYears;

public final class LateFindingsInMemory implements LateFindings {

  private final TreeMap<String, LateFinding> noted = new TreeMap<>();

  @Override
  public void note(Collection<LateFinding> findings) {
    findings.forEach(one -> noted.put(BenefitYears.idOf(one.key()), one));
  }

  @Override
  public void forget(Collection<LateFinding> settled) {
    for (var one : settled) {
      noted.computeIfPresent(
          BenefitYears.idOf(one.key()),
          (id, is) -> is.eligibilityVersion() <= one.eligibilityVersion() ? null : is);
    }
  }

  @Override
  public List<LateFinding> page(String after, int limit) {
    var rest = after == null ? noted : noted.tailMap(after, false);
    return rest.values().stream().limit(limit).toList();
  }

  @Override
  public long count() {
    return noted.size();
  }
}
