package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.door.Settled;

/**
 * An operator's overlay lacks a number of the law: nobody is paid on a guess, and nobody else is
 * held up.
 */
class MissingParameterIT {

  /** Supplementary insurance, whose yearly cap begins too late for 2019. */
  private static final String WITHOUT_A_CAP_IN_2019 =
      """
      deductible:
        description: Deductible per stay
        unit: yuan
        values:
          - { from: 2019-01-01, value: 1000, status: published, reference: "test" }
      ratio:
        description: Share of what the earlier payers left open above the deductible
        unit: ratio
        values:
          - { from: 2019-01-01, value: 0.50, status: published, reference: "test" }
      cap:
        description: The most it pays a person in a calendar year
        unit: yuan-or-none
        values:
          - { from: 2020-01-01, value: 50000, status: published, reference: "test" }
      """;

  private static House house;
  private static Citizen employee;
  private static Citizen resident;

  @BeforeAll
  static void overlay() throws IOException, InterruptedException {
    house = House.shared();
    employee = People.inHeyuan().employed("ACTIVE");
    resident = People.inHeyuan();
    house.register(employee, resident);
    var folder = Files.createDirectories(House.sharedOverlay().resolve("441600"));
    Files.writeString(folder.resolve("supplementary.yaml"), WITHOUT_A_CAP_IN_2019);
    house.settlesBy(House.sharedOverlay());
    restartSettlement();
  }

  @AfterAll
  static void putBack() throws IOException {
    Files.delete(House.sharedOverlay().resolve("441600/supplementary.yaml"));
    Files.delete(House.sharedOverlay().resolve("441600"));
    restartSettlement();
  }

  private static void restartSettlement() {
    house.suite().service("settlement-service").kill();
    house.suite().service("settlement-service").restart();
  }

  @Test
  @DisplayName(
      "H4: a missing parameter refuses the discharge that needs it, by name and date, and no other")
  void refusesOnlyWhatNeedsTheParameter() throws Exception {
    var books = house.books();
    var bill = bill("42000.00", "5000.00", "0.00", "3000.00");

    var refused = house.counter().settle(Stay.in(HEYUAN_3).of(employee, bill)).reply();
    var settled = house.counter().settle(Stay.in(HEYUAN_3).of(resident, bill)).reply();
    var later =
        house.counter().settle(Stay.until(HEYUAN_3, "2020-11-15").of(employee, bill)).reply();

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("parameter-missing");
    assertThat(refused.text()).contains("441600/supplementary/cap", "2019-11-15");
    assertThat(settled.status()).as(settled.text()).isEqualTo(200);
    assertThat(later.status()).as(later.text()).isEqualTo(200);
    assertThat(later.json().path("parameters").path("version").asString())
        .contains("441600/supplementary.yaml");
    assertThat(
            books.problems(List.of(Settled.in(settled.body()), Settled.in(later.body())), PATIENCE))
        .isEmpty();
  }
}
