package org.yizhan.suite.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whoever verifies must not share a mistake: nothing of the suite is imported. */
class StandsAloneTest {

  private static final String VERIFIER = "org.yizhan.suite.verify..";

  private static ArchRule standsAlone(String ofPackage) {
    return noClasses()
        .that()
        .resideInAPackage(ofPackage)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("org.yizhan..")
                .and(JavaClass.Predicates.resideOutsideOfPackage(ofPackage)));
  }

  @Test
  void theVerifierUsesNothingOfTheSuite() {
    var classes = new ClassFileImporter().importPath(Path.of("target/classes"));
    standsAlone(VERIFIER).check(classes);
    assertThat(standsAlone("org.yizhan.suite.load..").evaluate(classes).hasViolation())
        .as("the rule bites a package that does use others")
        .isTrue();
  }
}
