package org.yizhan.suite.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the house: domain inside, technology at the edge, services apart. */
class ArchitectureTest {

  private static final List<String> SERVICES =
      List.of("settlement", "eligibility", "ledger", "reconciliation", "roster", "gateway");

  private static final String[] EDGES = {
    "org.yizhan.*.kafka..", "org.yizhan.*.mongo..", "org.yizhan.*.web.."
  };

  private static final String[] TECHNOLOGY = {
    "org.springframework..", "org.bson..", "com.mongodb..", "org.apache.kafka..", "io.micrometer.."
  };

  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    var folders =
        List.of(
                "event-contracts",
                "service-chassis",
                "settlement-service",
                "eligibility-service",
                "fund-ledger-service",
                "reconciliation-service",
                "roster-sync-service",
                "gateway")
            .stream()
            .map(module -> Sources.ROOT.resolve(module).resolve("target/classes"))
            .toList();
    assertThat(folders).as("build the modules first").allMatch(Files::isDirectory);
    house = new ClassFileImporter().importPaths(folders);
  }

  @TestFactory
  List<DynamicTest> domainKnowsNoTechnology() {
    return SERVICES.stream()
        .map(
            service ->
                DynamicTest.dynamicTest(
                    service, () -> domainKnowsNoTechnology(service).check(house)))
        .toList();
  }

  private static ArchRule domainKnowsNoTechnology(String service) {
    return noClasses()
        .that()
        .resideInAPackage("org.yizhan." + service + ".*..")
        .and()
        .resideOutsideOfPackages(EDGES)
        .and()
        .haveSimpleNameNotEndingWith("Configuration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TECHNOLOGY)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(EDGES)
        .allowEmptyShould(
            true); // a service may have nothing but edges (the gateway has little else)
  }

  @Test
  void edgesDoNotKnowEachOther() {
    for (var one : List.of("kafka", "mongo", "web")) {
      for (var other : List.of("kafka", "mongo", "web")) {
        if (!one.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage("org.yizhan.*." + one + "..")
              .and()
              .resideOutsideOfPackage("org.yizhan.chassis..")
              .should()
              .dependOnClassesThat(
                  com.tngtech.archunit.base.DescribedPredicate.describe(
                      "are in an edge " + other + " of a service",
                      (JavaClass c) ->
                          c.getPackageName()
                              .matches("org\\.yizhan\\.(?!chassis)\\w+\\." + other + "(\\..*)?")))
              .check(house);
        }
      }
    }
  }

  @Test
  void servicesDoNotKnowEachOther() {
    for (var service : SERVICES) {
      var others =
          SERVICES.stream()
              .filter(other -> !other.equals(service))
              .map(other -> "org.yizhan." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("org.yizhan." + service + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(house);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    for (var service : SERVICES) {
      slices()
          .matching("org.yizhan." + service + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(house);
    }
  }

  @Test
  void contractsNeedOnlyTheJdkAndAnnotations() {
    classes()
        .that()
        .resideInAPackage("org.yizhan.contracts..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.yizhan.contracts..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify..")
        .check(house);
  }

  /** A type enters the contracts only when the events of two services carry it. */
  @Test
  void thereAreAtMostTenValueTypes() {
    Set<String> types =
        house.stream()
            .filter(c -> c.getPackageName().equals("org.yizhan.contracts"))
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .filter(c -> !c.getSimpleName().equals("Topics"))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(types).hasSizeBetween(5, 10);
  }

  @Test
  void theRulesBite() {
    var scratch =
        new ClassFileImporter().importClasses(org.yizhan.scratch.domain.SpringInTheDomain.class);
    var rule =
        noClasses()
            .that()
            .resideInAPackage("org.yizhan.scratch.*..")
            .and()
            .resideOutsideOfPackages(EDGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TECHNOLOGY);
    assertThat(rule.evaluate(scratch).hasViolation()).isTrue();
  }

  @Test
  void everyRuleHasSomethingToLookAt() {
    for (var service : SERVICES) {
      assertThat(
              house.stream()
                  .filter(c -> c.getPackageName().startsWith("org.yizhan." + service + ".")))
          .as(service)
          .isNotEmpty();
    }
    assertThat(
            house.stream()
                .map(c -> Path.of(c.getPackageName().replace('.', '/')).getFileName().toString()))
        .contains("kafka", "mongo", "web");
  }
}
