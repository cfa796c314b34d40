package org.yizhan.gateway.admission;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.form.FormFields;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.gateway.form.StayFields;

/**
 * The form of an admission: {@code hospitalCode}, {@code admissionDate}, {@code document} with
 * {@code idNumber} or {@code personNumber} alone, and {@code name} if it is to be compared. Unknown
 * members are ignored.
 */
public final class AdmissionForm {

  private static final Pattern DOCUMENT =
      Pattern.compile("ID_CARD|SOCIAL_SECURITY_CARD|HOUSEHOLD_BOOK");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
  private static final String DOCUMENT_RULE =
      "must be ID_CARD, SOCIAL_SECURITY_CARD or HOUSEHOLD_BOOK";

  private final FormFields fields = new FormFields();
  private final StayFields stay = new StayFields(fields);
  private final Member.Group body;

  private AdmissionForm(Member.Group body) {
    this.body = body;
  }

  public static Reading<Admission> read(Member.Group body) {
    return new AdmissionForm(body).read();
  }

  private Reading<Admission> read() {
    var hospital = stay.hospitalCode(body);
    var day = fields.date("admissionDate", body.member("admissionDate"));
    var document = document();
    var person = stay.person(body);
    var name =
        fields.optionalPersonalText(
            "name",
            body.member("name"),
            NAME,
            "must be 1 to 100 characters without control characters");
    if (!fields.errors().isEmpty()) {
      return new Reading.Malformed<>(fields.errors());
    }
    return new Reading.Read<>(
        new Admission(
            requireNonNull(hospital), requireNonNull(day), document, requireNonNull(person), name));
  }

  /** An ID number is read from something; a person number is not. */
  private @Nullable Document document() {
    var member = body.member("document");
    var stated =
        body.member("idNumber") instanceof Member.Absent
            ? fields.optionalText("document", member, DOCUMENT, DOCUMENT_RULE)
            : fields.text("document", member, DOCUMENT, DOCUMENT_RULE);
    return stated == null ? null : Document.valueOf(stated);
  }
}
