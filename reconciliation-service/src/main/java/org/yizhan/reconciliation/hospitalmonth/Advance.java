package org.yizhan.reconciliation.hospitalmonth;

/** A line and the month that collects it. */
public record Advance(HospitalMonth month, AdvanceLine line) {}
