package org.yizhan.gateway.form;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.form.FormFields;
import org.yizhan.chassis.form.Member;
import org.yizhan.contracts.CitizenId;

/** The members by which a hospital says where a stay was, and whose. */
public record StayFields(FormFields fields) {

  private static final Pattern HOSPITAL = Pattern.compile("H[0-9]{11}");
  private static final Pattern PERSON = Pattern.compile("P[0-9A-Za-z]{16}");

  public @Nullable String hospitalCode(Member.Group body) {
    return fields.text(
        "hospitalCode",
        body.member("hospitalCode"),
        HOSPITAL,
        "must be H, the six digits of the division and five digits");
  }

  /** By {@code personNumber} or {@code idNumber}, not both. */
  public @Nullable Person person(Member.Group body) {
    var number = body.member("personNumber");
    var id = body.member("idNumber");
    if (number instanceof Member.Absent) {
      return id instanceof Member.Absent ? nobody() : personById(id);
    }
    if (!(id instanceof Member.Absent)) {
      fields.wrong(
          "idNumber", FormFields.HIDDEN, "personNumber or idNumber must be given, not both");
      return null;
    }
    if (number instanceof Member.Text(var value) && PERSON.matcher(value).matches()) {
      return new Person.ByNumber(value);
    }
    // Hidden even when it is wrong: what stands here may be a citizen ID in the wrong place.
    fields.wrong("personNumber", FormFields.HIDDEN, "must be P and 16 letters or digits");
    return null;
  }

  private @Nullable Person nobody() {
    fields.wrong("personNumber", null, "personNumber or idNumber is required");
    return null;
  }

  private @Nullable Person personById(Member member) {
    if (!(member instanceof Member.Text(var value))) {
      fields.wrong("idNumber", FormFields.HIDDEN, "must be a string of 18 characters");
      return null;
    }
    var id = CitizenId.parse(value);
    if (id.isEmpty()) {
      fields.wrong("idNumber", CitizenId.mask(value), CitizenId.ruleBrokenBy(value).orElseThrow());
      return null;
    }
    return new Person.ByCitizenId(id.get());
  }
}
