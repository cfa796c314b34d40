package org.yizhan.settlement.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.PERSON;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.Decision;
import org.yizhan.settlement.bill.Admission;
import org.yizhan.settlement.bill.Examination;

class AdmissionAndBillTest {

  private static final Set<Payer> ASK_FOR_A_MARK =
      Set.of(Payer.POVERTY, Payer.ASSISTANCE, Payer.SPECIAL_CARE);
  private static final List<String> DAYS =
      List.of("2019-06-30", "2019-07-01", "2019-09-30", "2019-10-01", "2019-10-30", "2019-10-31");
  private static final List<String> MARKS =
      List.of("-", "DIBAO", "TEKUN", "REGISTERED_POOR", "DIBIAN", "RED_ARMY", "SICK_RETURNED");

  @Test
  @DisplayName(
      "H9, H8: one-stop is said exactly of those for whom a bill of that day is paid by mark")
  void saysWhatTheBillWillFind() {
    var disagreeing = new ArrayList<String>();
    int promised = 0;
    for (var city : List.of("441600", "330300")) {
      for (var scheme : List.of("RESIDENT", "RETIRED")) {
        for (var mark : MARKS) {
          for (var bill : stays(city, scheme, mark)) {
            var oneStop = standing(bill).oneStop();
            promised += oneStop ? 1 : 0;
            if (oneStop != isPaidByMark(bill)) {
              disagreeing.add(city + " " + scheme + " " + mark + " " + bill.command());
            }
          }
        }
      }
    }
    assertThat(disagreeing).isEmpty();
    // of 2 cities, 2 schemes, 7 marks, 6 days, 3 places, function open or not
    assertThat(promised).isBetween(100, 400);
  }

  private static List<Bills> stays(String city, String scheme, String mark) {
    var stays = new ArrayList<Bills>();
    for (var day : DAYS) {
      for (var place : Place.values()) {
        for (var open : List.of(true, false)) {
          var bill = aBill().in(city).as(scheme).at(place).dischargedOn(day).of("100000.00");
          var marked = mark.equals("-") ? bill : bill.marked(mark);
          stays.add(open ? marked : marked.functionClosed());
        }
      }
    }
    return stays;
  }

  private static Standing standing(Bills bill) {
    var command = bill.command();
    var admission =
        Admission.of(PERSON, command.hospitalCode(), command.dischargeDate(), bill.facts(), LAWS);
    return switch (AdmissionCheck.of(admission)) {
      case AdmissionCheck.Checked(var standing) -> standing;
      case AdmissionCheck.Refused(var problem) -> throw new AssertionError(problem.detail());
    };
  }

  private static boolean isPaidByMark(Bills bill) {
    var adjudication = new Adjudication(LAWS);
    return switch (adjudication.examine(bill.command(), bill.facts())) {
      case Examination.Inadmissible _ -> false;
      case Examination.Admissible admitted ->
          switch (adjudication.decide(
              BenefitYear.empty(Adjudication.keyOf(admitted)).running(), admitted, Bills.NOON)) {
            case Decision.Refused refused -> throw new AssertionError(refused.problem().detail());
            case Decision.Settled settled ->
                settled.settlement().shares().stream()
                    .filter(share -> ASK_FOR_A_MARK.contains(share.payer()))
                    .anyMatch(share -> !share.amount().isZero());
          };
    };
  }
}
