package org.yizhan.ledger.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.Preference;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.ledger.asking.Answer;
import org.yizhan.ledger.asking.AskingFunds;
import org.yizhan.ledger.asking.FundForms;
import org.yizhan.ledger.asking.FundForms.Form;
import org.yizhan.ledger.asking.FundForms.To;
import org.yizhan.ledger.fund.BookedByCommand;

/**
 * What moves a fund's money (H16 to H20, H22, W5 to W7). Header {@code Idempotency-Key} makes a
 * request safe to repeat: 409 {@code idempotency-key-reused} when its content differs. 200 done,
 * 202 with {@code Location} when patience ended first; 400 malformed, 404, 409 or 422 as the fund
 * decides, for example {@code overdrawn}.
 */
@RestController
@RequestMapping("/api/funds")
final class FundCommandController {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The gateway gives a service behind it ten seconds. */
  private static final Duration PATIENCE_MAX = Duration.ofSeconds(8);

  private static final Map<String, PrepaymentStep> PREPAYMENT_STEPS =
      Map.of(
          "submission", PrepaymentStep.SUBMIT,
          "approval", PrepaymentStep.APPROVE,
          "return", PrepaymentStep.RETURN,
          "funding", PrepaymentStep.FUND);

  private static final Map<String, FunctionStep> FUNCTION_STEPS =
      Map.of("application", FunctionStep.APPLY, "closing", FunctionStep.CLOSE);

  private final AskingFunds asking;
  private final BookedByCommand booked;
  private final FundParameters parameters;
  private final JsonBody body;
  private final Clock clock;

  FundCommandController(
      AskingFunds asking,
      BookedByCommand booked,
      FundParameters parameters,
      JsonBody body,
      Clock clock) {
    this.asking = asking;
    this.booked = booked;
    this.parameters = parameters;
    this.body = body;
    this.clock = clock;
  }

  /** A command and what became of it. */
  record CommandView(
      UUID commandId,
      String city,
      Payer fund,
      String type,
      String outcome,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {

    static CommandView of(Answer answer) {
      return switch (answer) {
        case Answer.Done _ -> of(answer, "DONE", null);
        case Answer.Refused refused -> of(answer, "REFUSED", refused.problem());
        case Answer.Waiting _ -> of(answer, "PENDING", null);
      };
    }

    private static CommandView of(Answer answer, String outcome, @Nullable Problem problem) {
      var command = answer.command();
      return new CommandView(
          command.commandId(), command.city(), command.fund(), command.type(), outcome, problem);
    }
  }

  /** {@code …/income}, {@code advances}, {@code transfers}, {@code payments}, {@code refunds}. */
  @PostMapping(
      path = "/{city}/{fund}/{what:income|advances|transfers|payments|refunds}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CommandView> move(
      @PathVariable String city,
      @PathVariable String fund,
      @PathVariable String what,
      HttpServletRequest request)
      throws IOException {
    return ask(city, fund, what, requireNonNull(FundForms.MOVES.get(what)), request);
  }

  /** H18, W5: {@code submission}, then {@code approval} or {@code return}, then {@code funding}. */
  @PostMapping(
      path = "/{city}/{fund}/prepayments/{kind}/{year}/{step:submission|approval|return|funding}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CommandView> movePrepayment(
      @PathVariable String city,
      @PathVariable String fund,
      @PathVariable String kind,
      @PathVariable String year,
      @PathVariable String step,
      HttpServletRequest request)
      throws IOException {
    var form =
        FundForms.prepayment(
            parameters.kind(kind),
            parameters.year(year),
            requireNonNull(PREPAYMENT_STEPS.get(step)));
    var path = String.join("/", "prepayments", kind, year, step);
    return ask(city, fund, path, form, request);
  }

  /** H19: what the agency asks for; the province's steps come from the province. */
  @PostMapping(
      path = "/{city}/{fund}/off-site-function/{step:application|closing}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CommandView> moveFunction(
      @PathVariable String city,
      @PathVariable String fund,
      @PathVariable String step,
      HttpServletRequest request)
      throws IOException {
    var form = FundForms.offSiteFunction(requireNonNull(FUNCTION_STEPS.get(step)));
    return ask(city, fund, "off-site-function/" + step, form, request);
  }

  /** 200 with outcome DONE, REFUSED with its problem, or PENDING; 404 {@code unknown-command}. */
  @GetMapping("/commands/{id}")
  CommandView command(@PathVariable String id) {
    return asking
        .find(parameters.commandId(id))
        .map(CommandView::of)
        .orElseThrow(() -> parameters.unknownCommand(id));
  }

  /** What a command booked, and what corrects that, as an auditor follows it. */
  record CommandEntries(UUID commandId, List<EntriesView.Entry> entries) {}

  /** A moment after the command is DONE; nothing of one that moved nothing. 404 as above. */
  @GetMapping("/commands/{id}/entries")
  CommandEntries entries(@PathVariable String id) {
    var command = command(id);
    var key = FundCommand.keyOf(command.city(), command.fund());
    return new CommandEntries(
        command.commandId(), EntriesView.entries(booked.find(key, command.commandId())));
  }

  private ResponseEntity<CommandView> ask(
      String city, String fund, String path, Form form, HttpServletRequest request)
      throws IOException {
    var name = parameters.fund(city, fund);
    var id = parameters.commandId(name, path, request.getHeader("Idempotency-Key"));
    var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    var to = new To(id, name.city(), name.fund(), now);
    var preference = Preference.of(request, PATIENCE, PATIENCE_MAX);
    var command = body.read(request, stated -> form.read(to, stated));
    return reply(asking.ask(command, preference.patience()), preference);
  }

  private static ResponseEntity<CommandView> reply(Answer answer, Preference preference) {
    if (answer instanceof Answer.Refused refused) {
      throw new ProblemException(refused.problem());
    }
    var response =
        answer instanceof Answer.Waiting waiting
            ? ResponseEntity.accepted()
                .location(URI.create("/api/funds/commands/" + waiting.command().commandId()))
            : ResponseEntity.ok();
    if (preference.stated()) {
      response.header("Preference-Applied", preference.applied());
    }
    return response.body(CommandView.of(answer));
  }
}
