package org.yizhan.settlement.settling;

/** The ports that deciding needs. */
public record Stores(
    BenefitYears years,
    Encounters encounters,
    Coverages coverages,
    ReferenceData reference,
    Settlements settlements,
    Revisions revisions) {}
