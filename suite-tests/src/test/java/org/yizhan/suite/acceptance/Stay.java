package org.yizhan.suite.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.city.Hospital;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vocabulary of stays: {@code new Stay(HEYUAN_3).of(person).bill(…)}, each with its own
 * encounter.
 */
record Stay(Hospital hospital, String encounter, String admitted, String discharged) {

  private static final AtomicInteger NEXT = new AtomicInteger(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stay in(Hospital hospital) {
    return until(hospital, "2019-11-15");
  }

  /** Of two weeks. */
  static Stay until(Hospital hospital, String discharged) {
    var admitted = java.time.LocalDate.parse(discharged).minusDays(14).toString();
    return new Stay(hospital, "T-" + NEXT.getAndIncrement(), admitted, discharged);
  }

  Discharge of(Citizen citizen, Bill bill) {
    return of(Discharge.byId(citizen), bill);
  }

  Discharge of(Map<String, Object> person, Bill bill) {
    return new Discharge(hospital.code(), encounter, person, admitted, discharged, bill);
  }

  static byte[] bytes(Discharge discharge) {
    return JSON.writeValueAsBytes(discharge.body());
  }

  /** The body of a discharge after something was done to it. */
  static byte[] bytes(Discharge discharge, Consumer<Map<String, Object>> change) {
    var body = new LinkedHashMap<>(discharge.body());
    change.accept(body);
    return JSON.writeValueAsBytes(body);
  }
}
