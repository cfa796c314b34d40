package org.yizhan.settlement.kafka;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.BatchHandler;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Reaction.Parked;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.contracts.agency.ReferenceEvent.HospitalRegistered;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.settlement.coverage.Hospital.Designation;
import org.yizhan.settlement.settling.ReferenceData;
import org.yizhan.settlement.settling.ReferenceData.FunctionState;

/**
 * Hospitals and the off-site function (H19); what breaks a rule is parked with the reason and
 * changes nothing.
 */
public final class ReferenceMessages implements BatchHandler<ReferenceEvent> {

  private final ReferenceData data;

  public ReferenceMessages(ReferenceData data) {
    this.data = data;
  }

  @Override
  public Reaction handle(Batch<ReferenceEvent> batch) {
    var parked = new ArrayList<Parked>();
    for (var inbound : batch.records()) {
      try {
        apply(inbound.event());
      } catch (BrokenRule broken) {
        parked.add(new Parked(inbound.place(), broken.rule));
      }
    }
    return Reaction.NOTHING.parking(List.copyOf(parked));
  }

  private void apply(ReferenceEvent event) {
    switch (event) {
      case HospitalRegistered hospital -> register(hospital);
      case OffSiteFunctionChanged function -> keep(function);
      case ReferenceEvent.Unrecognised() ->
          throw new BrokenRule("type: is not known on this topic");
    }
  }

  private void register(HospitalRegistered hospital) {
    var code =
        matching("hospitalCode", hospital.hospitalCode(), "H[0-9]{11}", "must be H and 11 digits");
    var division = matching("division", hospital.division(), "[0-9]{6}", "must be six digits");
    var level = hospital.level();
    if (level == null || level < 1 || level > 3) {
      throw new BrokenRule("level: " + level + " must be 1, 2 or 3");
    }
    var from = date("from", hospital.from());
    var to = hospital.to() == null ? null : date("to", hospital.to());
    if (to != null && to.isBefore(from)) {
      throw new BrokenRule("to: " + to + " must not lie before from, " + from);
    }
    data.register(
        code, required("name", hospital.name()), new Designation(from, to, level, division));
  }

  private void keep(OffSiteFunctionChanged function) {
    var city = matching("city", function.city(), "[0-9]{4}00", "must be four digits and 00");
    var state = matching("state", function.state(), "OPEN|CLOSED", "must be OPEN or CLOSED");
    data.keepFunction(
        new FunctionState(
            city,
            state.equals("OPEN"),
            required("reason", function.reason()),
            required("at", function.at())));
  }

  private static String matching(String field, @Nullable String value, String form, String rule) {
    if (value == null || !value.matches(form)) {
      throw new BrokenRule(field + ": " + value + " " + rule);
    }
    return value;
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new BrokenRule(field + ": is missing");
    }
    return value;
  }

  private static LocalDate date(String field, @Nullable String value) {
    try {
      return LocalDate.parse(required(field, value));
    } catch (DateTimeParseException e) {
      throw new BrokenRule(field + ": " + value + " must be a date such as 2019-07-01");
    }
  }

  /** Which field, value and rule; the text goes beside the parked record. */
  private static final class BrokenRule extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;

    BrokenRule(String rule) {
      super(rule);
      this.rule = rule;
    }
  }
}
