package org.yizhan.roster.countylist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.yizhan.roster.countylist.SharingPlatform.PlatformFailure;

/**
 * Makes and delivers each county's list of the month (H12). A list is made once, on the first sweep
 * of its month, and delivered until the platform is known to have it: after an attempt whose end is
 * unknown the platform is asked first.
 */
public final class PushingLists {

  private final CountyLists lists;
  private final SharingPlatform platform;
  private final ListRules.Dated rules;

  public PushingLists(CountyLists lists, SharingPlatform platform, ListRules.Dated rules) {
    this.lists = lists;
    this.platform = platform;
    this.rules = rules;
  }

  /** Does what is due, county by county; a platform that fails does not keep the others waiting. */
  public void push(Collection<String> counties, OffsetDateTime now) {
    var month = YearMonth.from(now);
    for (var county : counties) {
      var list = lists.find(county, month).orElseGet(() -> make(county, now.toLocalDate()));
      if (!list.isDelivered()) {
        deliver(list, now);
      }
    }
  }

  /** How many counties still wait although the day of the warning has passed. */
  public long overdue(Collection<String> counties, LocalDate today) {
    var month = YearMonth.from(today);
    if (!rules.on(today).isLate(month, today)) {
      return 0;
    }
    return counties.stream()
        .filter(county -> !lists.find(county, month).map(CountyList::isDelivered).orElse(false))
        .count();
  }

  /** The day by which each county has its list of the month. */
  public LocalDate dueOn(YearMonth month) {
    return rules.on(month.atDay(1)).dueOn(month);
  }

  public List<CountyList> of(YearMonth month) {
    return lists.of(month);
  }

  private CountyList make(String county, LocalDate today) {
    var month = YearMonth.from(today);
    lists.drawUp(county, month, today);
    var count = new Count();
    lists.eachPerson(county, month, count::add);
    var list =
        new CountyList(
            county,
            month,
            today,
            rules.on(today).isAfterEnrolment(today),
            count.persons,
            new TreeMap<>(count.byCategory),
            differences(county, month, month.minusMonths(1)),
            differences(county, month.minusMonths(1), month),
            HexFormat.of().formatHex(count.digest.digest()),
            0,
            null,
            null);
    lists.keep(list);
    return list;
  }

  private long differences(String county, YearMonth month, YearMonth other) {
    var count = new long[1];
    lists.eachOnlyIn(county, month, other, number -> count[0]++);
    return count[0];
  }

  /** An attempt counts before it is made: a crash in it leaves its end unknown as well. */
  private void deliver(CountyList list, OffsetDateTime now) {
    var attempt = list.attempted();
    lists.keep(attempt);
    try {
      if (list.attempts() == 0 || !platformHas(list)) {
        platform.deliver(list);
      }
      lists.keep(attempt.deliveredAt(now));
    } catch (PlatformFailure failure) {
      lists.keep(attempt.failed(String.valueOf(failure.getMessage())));
    }
  }

  private boolean platformHas(CountyList list) {
    return platform.checksumOfWhatItHas(list).equals(Optional.of(list.checksum()));
  }

  private static final class Count {
    private final TreeMap<String, Long> byCategory = new TreeMap<>();
    private final MessageDigest digest = sha256();
    private long persons;

    void add(ListedPerson person) {
      persons++;
      person.marks().forEach(mark -> byCategory.merge(mark.category(), 1L, Long::sum));
      digest.update(person.line().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
