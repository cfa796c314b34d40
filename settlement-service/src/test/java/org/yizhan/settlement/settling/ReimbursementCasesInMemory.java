package org.yizhan.settlement.settling;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.settlement.reimbursement.ReimbursementCases;

final class ReimbursementCasesInMemory implements ReimbursementCases {

  private final TreeMap<String, ReimbursementCase> cases = new TreeMap<>();
  private final EachWrite write;

  ReimbursementCasesInMemory(EachWrite write) {
    this.write = write;
  }

  @Override
  public Optional<ReimbursementCase> find(UUID caseId) {
    return Optional.ofNullable(cases.get(caseId.toString()));
  }

  @Override
  public void propose(ReimbursementCase proposed) {
    write.begins();
    cases.putIfAbsent(proposed.caseId().toString(), proposed);
  }

  @Override
  public void decide(ReimbursementCase decided) {
    write.begins();
    cases.computeIfPresent(
        decided.caseId().toString(), (id, was) -> was.state() == State.PROPOSED ? decided : was);
  }

  @Override
  public List<ReimbursementCase> page(State state, UUID after, int limit) {
    var following = after == null ? cases : cases.tailMap(after.toString(), false);
    return following.values().stream()
        .filter(each -> state == null || each.state() == state)
        .limit(limit)
        .toList();
  }
}
