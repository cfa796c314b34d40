package org.yizhan.roster.change;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.roster.reference.ReferenceData;

/** The rules of {@code roster-announced.v1} (H12). */
final class AnnouncementExamination {

  private static final Pattern ROSTER_ID = Pattern.compile("[0-9A-Za-z._-]{1,60}");
  private static final Pattern CHECKSUM = Pattern.compile("0|[1-9a-f][0-9a-f]{0,15}");

  /** As many as the checksum holds. */
  private static final long ROWS_MAX = 8_000_000;

  private final ReferenceData reference;

  AnnouncementExamination(ReferenceData reference) {
    this.reference = reference;
  }

  /** Also of rows: it becomes part of ids and paths. */
  static void rosterId(@Nullable String value, Findings findings) {
    var stated = findings.required("rosterId", value);
    if (stated != null && !ROSTER_ID.matcher(stated).matches()) {
      findings.refuse("rosterId", stated, "must be 1 to 60 letters, digits or . _ -");
    }
  }

  /** The announcement, unless something was found. */
  @Nullable Announcement announcement(RosterAnnounced said, String agency, Findings findings) {
    rosterId(said.rosterId(), findings);
    var division = division(said.division(), findings);
    var category = category(Findings.stated(said.category()), agency, findings);
    var asOf = findings.requiredDate("asOf", said.asOf());
    var takenAt = findings.optionalTime("takenAt", said.takenAt());
    var rows = rows(said.rows(), findings);
    var checksum = checksum(said.checksum(), findings);
    return findings.isEmpty()
        ? new Announcement(
            requireNonNull(division),
            category,
            requireNonNull(asOf),
            takenAt,
            rows,
            requireNonNull(checksum))
        : null;
  }

  private static @Nullable String checksum(@Nullable String value, Findings findings) {
    var stated = findings.required("checksum", value);
    if (stated != null && !CHECKSUM.matcher(stated).matches()) {
      findings.refuse(
          "checksum", stated, "must be hexadecimal digits in lower case without leading zeros");
    }
    return stated;
  }

  private @Nullable String division(@Nullable String value, Findings findings) {
    var stated = findings.required("division", value);
    if (stated != null && reference.countiesOf(stated).isEmpty()) {
      findings.refuse("division", stated, "must be a served city or one of its counties");
    }
    return stated;
  }

  private @Nullable String category(@Nullable String stated, String agency, Findings findings) {
    if (stated != null) {
      var known = reference.category(stated);
      if (known.isEmpty()) {
        findings.refuse("category", stated, "must be a known category code");
      } else if (!known.get().agency().equals(agency)) {
        findings.refuse(
            "category", stated, "is confirmed by " + known.get().agency() + ", not by " + agency);
      }
    }
    return stated;
  }

  private static long rows(@Nullable Long value, Findings findings) {
    if (value == null || value < 0 || value > ROWS_MAX) {
      findings.refuse("rows", value == null ? null : value.toString(), "must be 0 to " + ROWS_MAX);
      return 0;
    }
    return value;
  }
}
