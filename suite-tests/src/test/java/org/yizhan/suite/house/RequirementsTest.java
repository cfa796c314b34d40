package org.yizhan.suite.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever docs/requirements.md says is tested names a test, and the test names the clause. */
class RequirementsTest {

  private static final Pattern ROW = Pattern.compile("\\| ([HW]\\d+) \\|.*");
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w*(Test|IT|Contract)\\b");
  private static final int CLAUSES = 30;

  private record Row(String clause, String tests, String state) {

    static Row of(String line) {
      var cells = line.split("\\|", -1);
      assertThat(cells).as(line).hasSize(7);
      return new Row(cells[1].strip(), cells[4].strip(), cells[5].strip());
    }
  }

  @Test
  void everyClauseIsNamedByTheTestsThatAreListedForIt() {
    var table = Sources.textOf(Sources.ROOT.resolve("docs/requirements.md"));
    var rows = table.lines().filter(line -> ROW.matcher(line).matches()).map(Row::of).toList();
    assertThat(rows).hasSize(CLAUSES);
    assertThat(rows.stream().flatMap(row -> problemsIn(row, Sources.all()).stream())).isEmpty();
  }

  @Test
  void theRuleWasSeenToBite() {
    var sources = Sources.all();
    assertThat(problemsIn(new Row("H5", "", "not built"), sources)).isEmpty();
    assertThat(problemsIn(new Row("H5", "RequirementsTest", "built"), sources)).isEmpty();
    assertThat(problemsIn(new Row("H5", "the suite's tests", "built"), sources))
        .containsExactly("H5 lists no test");
    assertThat(problemsIn(new Row("H5", "NowhereTest (3), RequirementsTest", "built"), sources))
        .containsExactly("H5 lists NowhereTest, which is nowhere");
    var unnamed = "H" + 99;
    assertThat(problemsIn(new Row(unnamed, "RequirementsTest", "built"), sources))
        .containsExactly(
            unnamed
                + " lists RequirementsTest, but it is not named in"
                + " suite-tests/src/test/java/org/yizhan/suite/house/RequirementsTest.java");
  }

  private static List<String> problemsIn(Row row, List<Path> sources) {
    var tests = TEST.matcher(row.tests()).results().map(MatchResult::group).toList();
    if (tests.isEmpty()) {
      return row.state().startsWith("not built")
          ? List.of()
          : List.of(row.clause() + " lists no test");
    }
    return tests.stream().flatMap(test -> problemsOf(row.clause(), test, sources)).toList();
  }

  private static Stream<String> problemsOf(String clause, String test, List<Path> sources) {
    var problems = new ArrayList<String>();
    var files = sources.stream().filter(file -> file.endsWith(test + ".java")).toList();
    if (files.isEmpty()) {
      problems.add("%s lists %s, which is nowhere".formatted(clause, test));
    }
    for (var file : files) {
      if (!Pattern.compile("\\b" + clause + "\\b").matcher(Sources.textOf(file)).find()) {
        problems.add(
            "%s lists %s, but it is not named in %s".formatted(clause, test, Sources.nameOf(file)));
      }
    }
    return problems.stream();
  }
}
