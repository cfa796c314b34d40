package org.yizhan.suite.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.yizhan.contracts.CitizenId;

/**
 * The two cities: hospitals, and people with enrolments, marks of every category and filings. The
 * same seed makes the same people. Their citizen IDs begin with a city's own code, which is never
 * issued to anybody.
 */
public record City(long seed, List<Hospital> hospitals, List<Citizen> people) {

  public static final String HEYUAN = "441600";
  public static final String WENZHOU = "330300";

  private static final int PEOPLE_MAX = 20_000;
  private static final List<String> DIVISIONS =
      List.of(
          "441602", "330302", "441621", "440106", "441622", "330303", "441625", "330304", "310104",
          "330102");
  private static final List<String> HEYUAN_COUNTIES =
      List.of("441602", "441621", "441622", "441623", "441624", "441625");
  private static final List<String> WENZHOU_COUNTIES =
      List.of("330302", "330303", "330304", "330305");

  public City {
    hospitals = List.copyOf(hospitals);
    people = List.copyOf(people);
  }

  /**
   * @param hospitals at least ten, so that there are some in both cities and elsewhere
   * @param people at most 20,000, for whom distinct citizen IDs can be made
   */
  public static City of(long seed, int hospitals, int people) {
    if (hospitals < DIVISIONS.size() || people < 1 || people > PEOPLE_MAX) {
      throw new IllegalArgumentException(
          "a city has 10 or more hospitals and 1 to %,d people, asked for %d and %d"
              .formatted(PEOPLE_MAX, hospitals, people));
    }
    return new City(seed, hospitals(hospitals), people(seed, people));
  }

  private static List<Hospital> hospitals(int count) {
    var hospitals = new ArrayList<Hospital>();
    for (int i = 0; i < count; i++) {
      int round = i / DIVISIONS.size();
      hospitals.add(
          Hospital.of(DIVISIONS.get(i % DIVISIONS.size()), 101 + round, 3 - (i + round) % 3));
    }
    return hospitals;
  }

  private static List<Citizen> people(long seed, int count) {
    var random = new SplittableRandom(seed);
    var people = new ArrayList<Citizen>();
    for (int i = 0; i < count; i++) {
      people.add(person(seed, i, random));
    }
    return people;
  }

  private static Citizen person(long seed, int index, SplittableRandom random) {
    var city = random.nextInt(10) < 6 ? HEYUAN : WENZHOU;
    var counties = city.equals(HEYUAN) ? HEYUAN_COUNTIES : WENZHOU_COUNTIES;
    var citizen =
        Citizen.resident(
            "s%d-%05d".formatted(seed, index),
            idNumber(city, index),
            "模拟" + Integer.toString(index, 36),
            counties.get(random.nextInt(counties.size())));
    int scheme = random.nextInt(10);
    if (scheme >= 6) {
      citizen = citizen.employed(scheme == 9 ? "RETIRED" : "ACTIVE");
    }
    if (random.nextInt(10) < 2) {
      var elsewhere = city.equals(HEYUAN) ? "440100" : "330100";
      citizen = citizen.filed(new Citizen.Filing("2019-10-01", elsewhere));
    }
    return citizen.with(marks(city, index, random));
  }

  /** Every second person has a mark, every tenth two; all categories in turn. */
  private static Citizen.Mark[] marks(String city, int index, SplittableRandom random) {
    var categories = Category.in(city);
    int count = index % 10 == 0 ? 2 : index % 2 == 0 ? 1 : 0;
    var marks = new Citizen.Mark[count];
    for (int i = 0; i < count; i++) {
      var category = categories.get((index / 2 + i * 3) % categories.size());
      marks[i] = category.since(random.nextInt(4) == 0 ? "2020-03-15" : "2019-07-01");
    }
    return marks;
  }

  /** A number that nobody has; distinct for the index of every person of a city. */
  public static String idNumber(String city, int index) {
    var born = LocalDate.of(1935, 1, 1).plusDays(index * 37L % 25_000);
    var digits = "%s%tY%2$tm%2$td%03d".formatted(city, born, index % 1_000);
    return digits + CitizenId.checkCharacterOf(digits);
  }
}
