package org.yizhan.settlement.settling;

import org.yizhan.settlement.readjudication.Readjudications;
import org.yizhan.settlement.reimbursement.ReimbursementCases;

/** The ports that deciding needs. */
public record Stores(
    BenefitYears years,
    Encounters encounters,
    Coverages coverages,
    ReferenceData reference,
    Settlements settlements,
    Revisions revisions,
    ReimbursementCases cases,
    Readjudications readjudications,
    Recoveries recoveries) {}
