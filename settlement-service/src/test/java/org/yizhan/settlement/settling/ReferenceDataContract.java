package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.coverage.Hospital.Designation;
import org.yizhan.settlement.settling.ReferenceData.FunctionState;
import org.yizhan.settlement.settling.ReferenceData.NamedHospital;

/** What every implementation of {@link ReferenceData} must do. */
public abstract class ReferenceDataContract {

  private static final String CODE = "H44160200001";

  private ReferenceData data;

  /** Without anything in it. */
  protected abstract ReferenceData empty();

  @BeforeEach
  void begin() {
    data = empty();
  }

  private static Designation from(String day, int level) {
    return new Designation(LocalDate.parse(day), null, level, "441602");
  }

  @Test
  void aDesignationOfTheSameDayIsReplaced() {
    assertThat(data.hospitals(List.of(CODE))).isEmpty();
    data.register(CODE, "old", from("2019-01-01", 1));
    assertThat(data.hospitals(List.of(CODE))).hasSize(1);
    data.register(CODE, "old", from("2020-01-01", 2));
    data.register(CODE, "new", from("2019-01-01", 3));
    var hospital = new Hospital(CODE, List.of(from("2020-01-01", 2), from("2019-01-01", 3)));
    assertThat(data.hospitals(List.of(CODE, "H"))).isEqualTo(Map.of(CODE, hospital));
    assertThat(data.hospital(CODE)).contains(new NamedHospital("new", hospital));
    assertThat(data.hospital("H")).isEmpty();
  }

  @Test
  @DisplayName("H19: the function of a city is as it was said last")
  void functionsOpenAndClose() {
    assertThat(data.citiesWithOpenFunction()).isEmpty();
    data.keepFunction(new FunctionState("441600", true, "confirmed", "2019-10-01"));
    data.keepFunction(new FunctionState("330300", true, "confirmed", "2019-10-01"));
    assertThat(data.citiesWithOpenFunction()).containsExactlyInAnyOrder("441600", "330300");
    data.keepFunction(new FunctionState("441600", false, "suspended", "2020-01-01"));
    assertThat(data.citiesWithOpenFunction()).containsExactly("330300");
  }
}
