package org.yizhan.eligibility.premium;

import java.util.List;
import java.util.Optional;
import org.yizhan.eligibility.premium.AskedAgain.Round;

/**
 * What is not paid is asked for again each day (H15): the fund may not have covered it, and nobody
 * else would ask before the person changes.
 */
public final class AskingAgain {

  private final Premiums premiums;
  private final AskedAgain asked;

  public AskingAgain(Premiums premiums, AskedAgain asked) {
    this.premiums = premiums;
    this.asked = asked;
  }

  /**
   * Some of what is unpaid.
   *
   * @param unpaid what is to be asked for before the page counts as done
   */
  public record Page(Round before, Round after, List<PremiumObligation> unpaid) {}

  /** The next page of the latest day; empty when it is finished. */
  public Optional<Page> nextPage(int limit) {
    return asked.unfinished().map(round -> page(round, limit));
  }

  private Page page(Round round, int limit) {
    var unpaid = premiums.unpaid(round.day(), round.after(), limit);
    var last = unpaid.isEmpty() ? round.after() : unpaid.getLast().id().toString();
    return new Page(round, new Round(round.day(), last, unpaid.size() < limit), unpaid);
  }

  /** Once the page was asked for. */
  public void done(Page page) {
    asked.advance(page.before(), page.after());
  }
}
