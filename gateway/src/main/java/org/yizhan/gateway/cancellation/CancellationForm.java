package org.yizhan.gateway.cancellation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.form.FormFields;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.contracts.care.CareCommand.Cascade;

/** The form of a cancellation. Unknown members are ignored. */
public final class CancellationForm {

  private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{1,200}");
  private static final Pattern CASCADE = Pattern.compile("refuse|adjust");

  private CancellationForm() {}

  /**
   * @param today the reason must not hold the citizen ID of anybody born before it
   */
  public static Reading<Cancellation> read(Member.Group body, LocalDate today) {
    var fields = new FormFields();
    var reason =
        fields.text(
            "reason",
            body.member("reason"),
            REASON,
            "must be 1 to 200 characters without control characters");
    fields.refuseCitizenIdIn("reason", reason, today);
    var cascade =
        fields.optionalText("cascade", body.member("cascade"), CASCADE, "must be refuse or adjust");
    return fields.errors().isEmpty()
        ? new Reading.Read<>(new Cancellation(requireNonNull(reason), cascadeOf(cascade)))
        : new Reading.Malformed<>(fields.errors());
  }

  private static Cascade cascadeOf(@Nullable String stated) {
    return stated == null ? Cascade.REFUSE : Cascade.valueOf(stated.toUpperCase(Locale.ROOT));
  }
}
