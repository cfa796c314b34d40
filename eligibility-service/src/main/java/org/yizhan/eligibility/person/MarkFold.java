package org.yizhan.eligibility.person;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.TreeMap;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;

/**
 * Identity marks as intervals. What one agency says of one category in one city is one story, in
 * which a mark may move from county to county; stories are never mixed, so agencies that contradict
 * each other stand side by side (H11, H12).
 */
final class MarkFold {

  private static final int CITY_PREFIX = 4;

  private MarkFold() {}

  private record Story(String agency, String category, String city) implements Comparable<Story> {

    static Story of(MarkReported report) {
      var city = report.county().substring(0, CITY_PREFIX);
      return new Story(report.origin().agency(), report.category(), city);
    }

    @Override
    public int compareTo(Story other) {
      return comparing(Story::agency)
          .thenComparing(Story::category)
          .thenComparing(Story::city)
          .compare(this, other);
    }
  }

  static List<Mark> of(List<MarkReported> reports) {
    var stories = new TreeMap<Story, MarkStory>();
    for (var report : ReportOrder.sorted(reports, MarkReported::effectiveFrom)) {
      stories.computeIfAbsent(Story.of(report), story -> new MarkStory()).tell(report);
    }
    return stories.values().stream()
        .flatMap(story -> story.marks().stream())
        .sorted(
            comparing(Mark::effectiveFrom)) // stable: agency and category decide on the same day
        .toList();
  }
}
