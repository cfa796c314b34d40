package org.yizhan.ledger.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.ledger.province.Province.Application;
import org.yizhan.ledger.province.Province.PaidUp;
import org.yizhan.ledger.province.Province.ProvinceFailure;
import org.yizhan.ledger.province.Province.Receipt;
import org.yizhan.ledger.province.Province.Reply;

/** What every province does. */
public abstract class ProvinceContract {

  protected static final PaidUp PAID_UP =
      new PaidUp(
          "441600",
          2020,
          new TreeMap<>(
              Map.of(
                  PrepaymentKind.OFF_SITE_IN_PROVINCE, Money.of("100000.00"),
                  PrepaymentKind.OFF_SITE_CROSS_PROVINCE, Money.of("50000.50"))));
  protected static final Application APPLICATION = new Application(new UUID(7, 1), "441600", 2020);

  protected abstract Province province();

  /** From now on the province says this of the money. */
  protected abstract void has(PaidUp paidUp, Receipt receipt);

  /** From now on the province says this of an application that it has got. */
  protected abstract void decides(Application application, Reply reply);

  protected abstract void losesTheAnswerTo(Application application);

  protected abstract void fallsSilent();

  /** How often an application was handed in. */
  protected abstract int handedIn(Application application);

  @Test
  @DisplayName("H19: a receipt is unknown, pending, and confirmed under a reference")
  void tellsOfAReceipt() {
    assertThat(province().receiptOf(PAID_UP)).isEqualTo(new Receipt.Unknown());
    has(PAID_UP, new Receipt.Pending());
    assertThat(province().receiptOf(PAID_UP)).isEqualTo(new Receipt.Pending());
    has(PAID_UP, new Receipt.Confirmed("GD-2020-17"));
    assertThat(province().receiptOf(PAID_UP)).isEqualTo(new Receipt.Confirmed("GD-2020-17"));
    assertThat(province().receiptOf(new PaidUp("441600", 2021, PAID_UP.parts())))
        .isEqualTo(new Receipt.Unknown());
  }

  @Test
  @DisplayName("H19: an application is handed in once, and granted or refused")
  void takesAnApplicationOnce() {
    decides(APPLICATION, new Reply.Pending());
    assertThat(province().apply(APPLICATION)).isEqualTo(new Reply.Pending());
    decides(APPLICATION, new Reply.Refused("the account is not registered"));
    assertThat(province().apply(APPLICATION))
        .isEqualTo(new Reply.Refused("the account is not registered"));
    assertThat(province().apply(APPLICATION))
        .isEqualTo(new Reply.Refused("the account is not registered"));
    assertThat(handedIn(APPLICATION)).isEqualTo(1);

    var next = new Application(new UUID(7, 2), "441600", 2020);
    decides(next, new Reply.Granted("GD-G-1"));
    assertThat(province().apply(next)).isEqualTo(new Reply.Granted("GD-G-1"));
    assertThat(handedIn(next)).isEqualTo(1);
  }

  @Test
  @DisplayName("H19: an answer that was lost is asked for by id, the application not repeated")
  void asksForALostAnswer() {
    losesTheAnswerTo(APPLICATION);
    assertThatThrownBy(() -> province().apply(APPLICATION)).isInstanceOf(ProvinceFailure.class);
    decides(APPLICATION, new Reply.Granted("GD-G-1"));
    assertThat(province().apply(APPLICATION)).isEqualTo(new Reply.Granted("GD-G-1"));
    assertThat(handedIn(APPLICATION)).isEqualTo(1);
  }

  @Test
  void failsWhenItDoesNotAnswer() {
    fallsSilent();
    assertThatThrownBy(() -> province().receiptOf(PAID_UP)).isInstanceOf(ProvinceFailure.class);
    assertThatThrownBy(() -> province().apply(APPLICATION)).isInstanceOf(ProvinceFailure.class);
    assertThat(handedIn(APPLICATION)).isZero();
  }
}
