package org.yizhan.ledger.province;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.OffSiteFunction.State;
import org.yizhan.ledger.province.Province.Application;
import org.yizhan.ledger.province.Province.PaidUp;
import org.yizhan.ledger.province.Province.Receipt;
import org.yizhan.ledger.province.Province.Reply;

/**
 * Asks the province what a fund waits for: the receipt of what was paid up, and the answer to an
 * application (H19). What it says becomes a command whose id is computed from what was asked, so
 * that an answer heard twice moves the function once.
 */
public final class AskingTheProvince {

  private final Province province;
  private final Funds funds;
  private final List<String> keys;

  /**
   * @param cities those that the province knows; none where there is no province
   */
  public AskingTheProvince(Province province, Funds funds, Collection<String> cities) {
    this.province = province;
    this.funds = funds;
    this.keys = cities.stream().map(city -> FundCommand.keyOf(city, Payer.ASSISTANCE)).toList();
  }

  public boolean hasAProvince() {
    return !keys.isEmpty();
  }

  /** Those that may have something to ask. */
  public List<FundState> funds() {
    return funds.find(keys).values().stream().map(kept -> kept.now().state()).toList();
  }

  /**
   * @param open questions that have no final answer yet
   */
  public record Answers(int open, List<MoveOffSiteFunction> commands) {
    public Answers {
      commands = List.copyOf(commands);
    }
  }

  /**
   * @param now the time of receipt of what the province says
   * @throws Province.ProvinceFailure when it does not answer
   */
  public Answers about(FundState fund, OffsetDateTime now) {
    var commands = new ArrayList<MoveOffSiteFunction>();
    int questions = 0;
    var function = fund.function();
    var paidUp = function.paidUp();
    if (paidUp != null && !paidUp.equals(function.confirmed())) {
      questions++;
      receipt(fund, paidUp, now).ifPresent(commands::add);
    }
    if (function.state() == State.APPLIED_FOR) {
      questions++;
      answer(fund, now).ifPresent(commands::add);
    }
    return new Answers(questions - commands.size(), commands);
  }

  private Optional<MoveOffSiteFunction> receipt(FundState fund, int year, OffsetDateTime now) {
    return switch (province.receiptOf(paidUp(fund, year))) {
      case Receipt.Confirmed(var reference) -> {
        var id = DerivedId.of("receipt-confirmed", fund.city(), year);
        yield Optional.of(
            new MoveOffSiteFunction(
                byProvince(fund, id, now), FunctionStep.CONFIRM_RECEIPT, year, reference));
      }
      case Receipt.Pending _, Receipt.Unknown _ -> Optional.empty();
    };
  }

  private static PaidUp paidUp(FundState fund, int year) {
    var parts = new TreeMap<PrepaymentKind, Money>();
    for (var one : fund.prepayments()) {
      if (one.year() == year && one.kind() != PrepaymentKind.IN_CITY) {
        parts.put(one.kind(), one.funded());
      }
    }
    return new PaidUp(fund.city(), year, parts);
  }

  private Optional<MoveOffSiteFunction> answer(FundState fund, OffsetDateTime now) {
    var function = fund.function();
    var id = Objects.requireNonNull(function.application());
    var year = Objects.requireNonNull(function.confirmed());
    return switch (province.apply(new Application(id, fund.city(), year))) {
      case Reply.Granted(var reference) ->
          Optional.of(
              command(
                  fund,
                  DerivedId.of("application-granted", id),
                  FunctionStep.OPEN,
                  reference,
                  now));
      case Reply.Refused(var reason) ->
          Optional.of(
              command(
                  fund, DerivedId.of("application-refused", id), FunctionStep.REFUSE, reason, now));
      case Reply.Pending _ -> Optional.empty();
    };
  }

  private static MoveOffSiteFunction command(
      FundState fund, UUID id, FunctionStep step, String said, OffsetDateTime now) {
    return new MoveOffSiteFunction(byProvince(fund, id, now), step, said);
  }

  private static Asked byProvince(FundState fund, UUID id, OffsetDateTime now) {
    return new Asked(id, fund.city(), fund.fund(), "province", now);
  }
}
