package org.yizhan.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.agency.ReferenceEvent.HospitalRegistered;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the sample says, read from {@code sample/*.yaml}; dates are text as they go over the wire.
 */
record SampleData(
    List<HospitalRegistered> hospitals,
    Funds funds,
    List<Person> persons,
    List<Discharge> discharges) {

  /**
   * @param label names the person inside the sample and is the record key of its messages
   */
  record Person(
      String label,
      String idNumber,
      String name,
      Enrolment enrolment,
      List<Mark> marks,
      List<Filing> filings) {

    Person {
      marks = marks == null ? List.of() : List.copyOf(marks);
      filings = filings == null ? List.of() : List.copyOf(filings);
    }
  }

  record Enrolment(
      String city, String county, String scheme, @Nullable String status, String from) {}

  /**
   * @param agency who confirms it; the last part of the topic
   */
  record Mark(String agency, String category, String county, String from, String basis) {}

  record Filing(String from, @Nullable String to, String destination) {}

  /**
   * @param person a label
   * @param expected what each payer takes, in yuan; every payer of the chain
   */
  record Discharge(
      String title,
      String person,
      String hospitalCode,
      String encounterId,
      String admissionDate,
      String dischargeDate,
      String diagnosis,
      Bill amounts,
      Map<Payer, Money> expected,
      Money patient) {}

  /** Money for the funds (H16 to H20, W5). */
  record Funds(List<Income> incomes, List<Prepaid> prepayments, List<Advance> advances) {}

  record Income(
      String city,
      Payer fund,
      Source source,
      @Nullable String county,
      Money amount,
      String reference) {}

  /**
   * @param region the district that prepays, for special care only
   */
  record Prepaid(
      String city, Payer fund, PrepaymentKind kind, @Nullable String region, Money amount) {}

  record Advance(String city, Payer fund, Money amount, String reference) {}

  private record World(List<HospitalRegistered> hospitals) {}

  private record Persons(List<Person> persons) {}

  private record Discharges(List<Discharge> discharges) {}

  static SampleData load() {
    return new SampleData(
        read("world.yaml", World.class).hospitals(),
        read("funds.yaml", Funds.class),
        read("persons.yaml", Persons.class).persons(),
        read("discharges.yaml", Discharges.class).discharges());
  }

  Person person(String label) {
    return persons.stream()
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new SampleFailure("no person \"" + label + "\" in sample/persons.yaml"));
  }

  /** The patient's hospital is in another city. */
  boolean isOffSite(Discharge discharge) {
    var city = person(discharge.person()).enrolment().city();
    return !discharge.hospitalCode().startsWith("H" + city.substring(0, 4));
  }

  private static <T> T read(String file, Class<T> type) {
    var name = "/sample/" + file;
    try (var content = Objects.requireNonNull(SampleData.class.getResourceAsStream(name), name)) {
      return YAMLMapper.builder().build().readValue(content, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
