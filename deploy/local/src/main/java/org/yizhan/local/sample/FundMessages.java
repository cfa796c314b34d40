package org.yizhan.local.sample;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.local.sample.Messages.Message;
import org.yizhan.local.sample.SampleData.Funds;
import org.yizhan.local.sample.SampleData.Prepaid;

/**
 * The sample's money as commands to the funds. Their ids follow from what they say and the year, so
 * that another run of the same year adds nothing.
 */
final class FundMessages {

  private static final String AGENCY = "sample-agency";
  private static final String FINANCE = "sample-finance";
  private static final String REASON = "样例：上年无支出";

  private final OffsetDateTime now;

  /**
   * @param now the time of receipt; its year is the prepayments'
   */
  FundMessages(OffsetDateTime now) {
    this.now = now;
  }

  List<Message> about(Funds funds) {
    var messages = new ArrayList<Message>();
    for (var one : funds.incomes()) {
      var asked = asked(one.city(), one.fund(), FINANCE, "income", one);
      messages.add(
          message(
              asked,
              new ReceiveIncome(asked, one.source(), one.county(), one.amount(), one.reference())));
    }
    for (var one : funds.prepayments()) {
      messages.add(step(one, PrepaymentStep.SUBMIT, AGENCY, one.amount()));
      messages.add(step(one, PrepaymentStep.APPROVE, FINANCE, null));
      messages.add(
          one.kind() == PrepaymentKind.SPECIAL_CARE
              ? advance(one.city(), one.fund(), one.region(), one.amount(), "样例区级预付")
              : step(one, PrepaymentStep.FUND, FINANCE, null));
    }
    for (var one : funds.advances()) {
      messages.add(advance(one.city(), one.fund(), null, one.amount(), one.reference()));
    }
    return messages;
  }

  /** The city applies for its off-site function (H19). */
  Message application(String city) {
    var asked = asked(city, Payer.ASSISTANCE, AGENCY, "application", city);
    return message(asked, new MoveOffSiteFunction(asked, FunctionStep.APPLY, "样例申请"));
  }

  private Message step(Prepaid one, PrepaymentStep step, String by, @Nullable Money amount) {
    var asked = asked(one.city(), one.fund(), by, "prepayment " + step, one);
    var reason = amount == null ? null : REASON;
    return message(
        asked,
        new MovePrepayment(asked, one.kind(), one.region(), now.getYear(), step, amount, reason));
  }

  private Message advance(
      String city, Payer fund, @Nullable String district, Money amount, String reference) {
    var asked = asked(city, fund, FINANCE, "advance", district + " " + amount);
    return message(asked, new ReceiveAdvance(asked, district, amount, reference));
  }

  private Asked asked(String city, Payer fund, String by, String what, Object about) {
    var text = "sample " + now.getYear() + ' ' + city + ' ' + fund + ' ' + what + ' ' + about;
    var id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    return new Asked(id, city, fund, by, now);
  }

  private static Message message(Asked asked, FundCommand command) {
    return new Message(
        Topics.FUND_COMMANDS,
        FundCommand.keyOf(asked.city(), asked.fund()),
        asked.commandId().toString(),
        "/sample/" + asked.by(),
        command);
  }
}
