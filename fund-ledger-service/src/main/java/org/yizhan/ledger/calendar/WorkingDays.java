package org.yizhan.ledger.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.chassis.parameter.YamlNode;
import org.yizhan.chassis.parameter.YamlNode.Wrong;

/**
 * Which days are working days, as far as it was announced by a day: calendars change inside a year,
 * and nobody who counts may use what was not yet known.
 */
public final class WorkingDays {

  /** Where the notices that come with the service lie on its class path. */
  public static final String SHIPPED = "working-days.yaml";

  /** By the day from which it holds. */
  private final TreeMap<LocalDate, KnownCalendar> calendars = new TreeMap<>();

  private record Stated(String where, Notice notice) {}

  private WorkingDays(List<Stated> notices) {
    var known = KnownCalendar.NOTHING;
    for (var stated : notices) {
      try {
        known = known.after(stated.notice());
      } catch (Wrong wrong) {
        throw new BadParameterFile(stated.where(), wrong.rule());
      }
      calendars.put(stated.notice().announced(), known);
    }
  }

  /**
   * @param resource on the class path
   * @param more a file of the same form with further notices: what an operator adds when a year is
   *     announced
   * @throws BadParameterFile when a file breaks a rule; the text names file, notice and rule
   */
  public static WorkingDays load(String resource, Optional<Path> more) {
    var notices = new ArrayList<>(read(resource, text(resource)));
    more.ifPresent(file -> notices.addAll(read(file.toString(), text(file))));
    notices.sort(Comparator.comparing(stated -> stated.notice().announced()));
    return new WorkingDays(notices);
  }

  private static List<Stated> read(String file, String yaml) {
    var where = file;
    try {
      var whole = YamlNode.parse(yaml);
      whole.requireOnly("notices");
      var notices = new ArrayList<Stated>();
      for (var node : whole.member("notices").items()) {
        where = file + ", notice " + (notices.size() + 1);
        notices.add(new Stated(where, Notice.read(node)));
      }
      return notices;
    } catch (Wrong wrong) {
      throw new BadParameterFile(where, wrong.rule());
    }
  }

  private static String text(String resource) {
    try (var in = WorkingDays.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new BadParameterFile(resource, "is not on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  /**
   * The last day of a term.
   *
   * @param start not counted
   * @param workingDays at least 1
   * @param knownOn the day on which somebody counts: a notice published later has no effect
   */
  public Deadline after(LocalDate start, int workingDays, LocalDate knownOn) {
    if (workingDays < 1) {
      throw new IllegalArgumentException("a term has at least one working day, was " + workingDays);
    }
    var calendar = asOf(knownOn);
    var day = start;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (!calendar.covers(day)) {
        return new Deadline.Undetermined(day.getYear());
      }
      left -= calendar.isWorkday(day) ? 1 : 0;
    }
    return new Deadline.On(day);
  }

  /**
   * @param knownOn as in {@link #after}
   * @throws IllegalArgumentException when the calendar of the day's year was not known then
   */
  public boolean isWorkday(LocalDate day, LocalDate knownOn) {
    var calendar = asOf(knownOn);
    if (!calendar.covers(day)) {
      throw new IllegalArgumentException(
          "the working days of %d are not known on %s: add the notice of the State Council"
              .formatted(day.getYear(), knownOn));
    }
    return calendar.isWorkday(day);
  }

  /** How many days after today have a known calendar; 0 when today is the last one. */
  public long daysKnownAfter(LocalDate today) {
    return asOf(today)
        .last()
        .map(last -> Math.max(0, ChronoUnit.DAYS.between(today, last)))
        .orElse(0L);
  }

  private KnownCalendar asOf(LocalDate day) {
    var found = calendars.floorEntry(day);
    return found == null ? KnownCalendar.NOTHING : found.getValue();
  }
}
