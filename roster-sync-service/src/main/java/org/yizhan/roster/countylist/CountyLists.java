package org.yizhan.roster.countylist;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The lists that were made, and the persons on each. */
public interface CountyLists {

  Optional<CountyList> find(String county, YearMonth month);

  List<CountyList> of(YearMonth month);

  void keep(CountyList list);

  /**
   * Draws up the persons of a list from what the agencies say now of marks in force on a day; what
   * an earlier attempt left behind is replaced.
   */
  void drawUp(String county, YearMonth month, LocalDate asOf);

  /** Each person of a list, in order of their numbers; memory does not depend on how many. */
  void eachPerson(String county, YearMonth month, Consumer<ListedPerson> reader);

  /** Numbers that are on the list of one month and not on that of the other, in order. */
  void eachOnlyIn(String county, YearMonth month, YearMonth other, Consumer<String> reader);
}
