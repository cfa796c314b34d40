package org.yizhan.suite.city;

import java.util.Arrays;
import java.util.List;

/** The identity categories (H3, W2), in the words of the wire: who confirms each, and where. */
public enum Category {
  DIBAO("civil-affairs", "4416", "3303"),
  TEKUN("civil-affairs", "4416", "3303"),
  ORPHAN("civil-affairs", "4416"),
  REGISTERED_POOR("poverty-relief", "4416"),
  LOW_INCOME_ELDERLY("civil-affairs", "4416"),
  LOW_INCOME_MINOR("civil-affairs", "4416"),
  LOW_INCOME_SERIOUSLY_ILL("civil-affairs", "4416"),
  LOW_INCOME_DISABLED("disabled-persons", "4416"),
  DIBIAN("civil-affairs", "3303"),
  ILLNESS_POOR("civil-affairs", "3303"),
  DISABLED_1_6("veterans-affairs", "3303"),
  RED_ARMY("veterans-affairs", "3303"),
  ANTI_JAPANESE("veterans-affairs", "3303"),
  DISABLED_WAR_7_10("veterans-affairs", "3303"),
  DISABLED_DUTY_7_10("veterans-affairs", "3303"),
  MARTYR_FAMILY("veterans-affairs", "3303"),
  DUTY_DEATH_FAMILY("veterans-affairs", "3303"),
  DISEASE_DEATH_FAMILY("veterans-affairs", "3303"),
  LIBERATION_WAR("veterans-affairs", "3303"),
  POST_1949("veterans-affairs", "3303"),
  SICK_RETURNED("veterans-affairs", "3303"),
  COMBAT_OR_TEST("veterans-affairs", "3303");

  private final String agency;
  private final List<String> cities;

  Category(String agency, String... cities) {
    this.agency = agency;
    this.cities = List.of(cities);
  }

  /** The last part of the topic on which it is reported. */
  public String agency() {
    return agency;
  }

  /** Those that exist in a city, in this order. */
  static List<Category> in(String city) {
    return Arrays.stream(values())
        .filter(category -> category.cities.contains(city.substring(0, 4)))
        .toList();
  }

  public Citizen.Mark since(String day) {
    return new Citizen.Mark(this, day);
  }
}
