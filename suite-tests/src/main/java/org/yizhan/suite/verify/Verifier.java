package org.yizhan.suite.verify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.yizhan.suite.verify.Hospitals.Designation;
import tools.jackson.databind.JsonNode;

/**
 * Recomputes a settlement from the parameter files and says what does not agree. What only the
 * settlement can know it is believed: whether a city's off-site function was open, and where the
 * year stood before (which {@link Years} holds against the settlements before it). Of person and
 * hospital it is believed what the registers do not tell.
 */
public final class Verifier {

  private final List<Law> laws;
  private final Registers registers;

  /**
   * @param laws every law that settlements may have been made by; a settlement names its own by
   *     hash
   */
  public Verifier(List<Law> laws, Registers registers) {
    this.laws = List.copyOf(laws);
    this.registers = registers;
  }

  /** By the repository's own parameter files. */
  public static Verifier ofShippedLaw() {
    return new Verifier(List.of(Law.read(Law.shipped())), Registers.empty());
  }

  /**
   * @param settlement as the door answers it and as the event carries it
   * @return one line for everything that does not agree, empty when every fen is explained
   */
  public List<String> problemsIn(JsonNode settlement) {
    var findings = new Findings(settlement.path("settlementId").asString("?"));
    var hash = settlement.path("parameters").path("hash").asString("");
    var law = laws.stream().filter(one -> one.hash().equals(hash)).findFirst();
    if (law.isEmpty()) {
      findings.say("was made by parameters that are not at hand, hash " + hash);
      return findings.lines();
    }
    try {
      check(law.get(), settlement, findings);
    } catch (DateTimeException | NoSuchElementException notToBeFollowed) {
      findings.say("cannot be followed: " + notToBeFollowed.getMessage());
    }
    return findings.lines();
  }

  /** Whether the registers know person and hospital, so that nothing is believed about them. */
  boolean isTold(JsonNode settlement) {
    return registers.coverages().of(settlement).isPresent() && hospitalOf(settlement).isPresent();
  }

  private Optional<Designation> hospitalOf(JsonNode settlement) {
    return registers
        .hospitals()
        .on(
            settlement.path("hospitalCode").asString(""),
            LocalDate.parse(settlement.path("admissionDate").asString("")));
  }

  private void check(Law law, JsonNode settlement, Findings findings) {
    var hospital = hospitalOf(settlement);
    var marks =
        registers
            .coverages()
            .of(settlement)
            .map(coverage -> new PersonCheck(coverage, settlement, findings).marks(hospital))
            .orElse(null);
    var level = hospital.map(Designation::level).orElse(null);
    new SettlementCheck(new Stay(law, settlement, level, marks, findings)).check();
  }
}
