package org.yizhan.settlement.coverage;

import java.time.LocalDate;

/**
 * Everything but the amounts that decides how a bill is divided.
 *
 * @param offSiteFunctionOpen whether the province had opened the city's off-site function (H19), as
 *     known then; asked only where the city's law has such a clause
 */
public record StayCircumstances(
    CoverageOnStay coverage,
    HospitalOnStay hospital,
    LocalDate admissionDate,
    LocalDate dischargeDate,
    boolean offSiteFunctionOpen) {}
