package org.yizhan.settlement.settling;

import java.util.List;
import java.util.UUID;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.settlement.benefityear.BenefitYear;

/** What an agency is told when no reimbursement case is made or decided. */
public final class ReimbursementRefusals {

  private ReimbursementRefusals() {}

  static Problem nothing(ProposeReimbursement command) {
    return Problem.of(
        422,
        "nothing-to-reimburse",
        "Nothing came out otherwise",
        "By what is known now, every settlement of person %s in %s, %d stands as it was decided."
            .formatted(command.personNumber(), command.city(), command.year()),
        new FieldError(
            "year",
            String.valueOf(command.year()),
            "must be a year with a settlement that would come out otherwise"));
  }

  static Problem unclear(List<UUID> settlements) {
    return Problem.of(
        422,
        "settlements-to-cancel",
        "Some settlements cannot be set right by reimbursement",
        "By what is known now the person was not enrolled in the city when admitted. Cancel these"
            + " settlements, and propose again.",
        settlements.stream()
            .map(
                id ->
                    new FieldError(
                        "settlements", id.toString(), "must have an enrolment on admission"))
            .toArray(FieldError[]::new));
  }

  public static Problem broken(BenefitYear.Key year) {
    return Problem.of(
        500,
        "year-broken",
        "The year cannot be reviewed",
        "What is stored of person %s in %s, %d cannot be read or folded. The service's log says why; nothing of it is settled by hand before it is mended."
            .formatted(year.personNumber(), year.city(), year.year()));
  }

  public static Problem unknown(UUID caseId) {
    return Problem.of(
        404,
        "unknown-case",
        "The case is not known",
        "No reimbursement case has the id " + caseId + ".",
        new FieldError("caseId", caseId.toString(), "must be the id of a proposed case"));
  }

  static Problem decided(ReimbursementCase reimbursement) {
    return Problem.of(
        409,
        "case-decided",
        "The case is decided",
        "Case %s is %s.".formatted(reimbursement.caseId(), reimbursement.state()),
        new FieldError(
            "caseId", reimbursement.caseId().toString(), "must be a case that is only proposed"));
  }

  static Problem outdated(ReimbursementCase reimbursement) {
    return Problem.of(
        409,
        "case-outdated",
        "The year or the coverage has moved on",
        "Case %s was made for version %d of the year and %d of the coverage. Propose it again."
            .formatted(
                reimbursement.caseId(),
                reimbursement.yearVersion(),
                reimbursement.eligibilityVersion()),
        new FieldError(
            "caseId",
            reimbursement.caseId().toString(),
            "must be a case for the year as it stands"));
  }
}
