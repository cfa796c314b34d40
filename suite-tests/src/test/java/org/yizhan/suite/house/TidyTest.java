package org.yizhan.suite.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the house does not want in its sources, each with what to do instead. */
class TidyTest {

  private static final int MAIN_LINES_MAX = 300;
  private static final int TEST_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 40;
  private static final int COLUMNS_MAX = 110;

  private record Habit(String name, Pattern smell, boolean mainOnly, String instead) {}

  private static final List<Habit> HABITS =
      List.of(
          habit(
              "clock",
              "\\b(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime|YearMonth)\\.now\\(\\)|"
                  + "System\\.currentTimeMillis",
              true,
              "inject a Clock at the edge and pass the time in"),
          habit(
              "binary floating point",
              "(?<![\\w\"])(double|float)\\s+\\w+\\s*[=;,)]",
              true,
              "whole fen and basis points"),
          habit(
              "field injection",
              "@Autowired\\s+(private|protected)?\\s*[A-Z]",
              true,
              "constructor parameters"),
          habit(
              "unfinished",
              "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b",
              false,
              "finish it or say it in the closing note"),
          habit(
              "silent catch",
              "catch \\([^)]*\\) \\{\\s*\\}",
              false,
              "handle it, or say why nothing is to be done"),
          habit(
              "Impl",
              "\\bclass \\w+Impl\\b",
              false,
              "name what it is: the technology or the strategy"),
          habit(
              "outside path",
              "\\.\\./" + "shared|/wo" + "rk/",
              false,
              "bring the fact into the project in its own words"),
          habit(
              "printing",
              "System\\.(out|err)\\.print",
              true,
              "a logger; the launcher's Console is the one exception"));

  private static Habit habit(String name, String smell, boolean mainOnly, String instead) {
    return new Habit(name, Pattern.compile(smell), mainOnly, instead);
  }

  @Test
  void sourcesAreTidy() throws IOException {
    var problems = new ArrayList<String>();
    for (var file : Sources.all()) {
      problems.addAll(problemsIn(file, Sources.textOf(file)));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void everyMainPackageSaysWhatItIs() {
    var bare =
        Sources.all().stream()
            .filter(Sources::isMain)
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .map(Sources::nameOf)
            .toList();
    assertThat(bare).as("add a package-info.java with a sentence and @NullMarked").isEmpty();
  }

  @Test
  void eachHabitWasSeenToBite() throws IOException {
    var smelly =
        """
        class CartImpl {
          @Autowired Cart cart;
          double amount = LocalDate.now().getYear();
          void pay() { try { run(); } catch (Exception e) { } System.out.println("%s %s"); }
        }
        """
            .formatted("TO" + "DO", "../" + "shared");
    var found = String.join("\n", problemsIn(Path.of("a/src/main/java/CartImpl.java"), smelly));
    assertThat(HABITS).allSatisfy(habit -> assertThat(found).contains(habit.name()));
    var longMethod = "class A {\n void a() {\n" + "a();\n".repeat(METHOD_LINES_MAX + 1) + "}\n}\n";
    assertThat(problemsIn(Path.of("a/src/main/A.java"), longMethod))
        .anyMatch(problem -> problem.contains("method a"));
    assertThat(problemsIn(Path.of("A.java"), "\n".repeat(TEST_LINES_MAX + 1))).isNotEmpty();
  }

  private static List<String> problemsIn(Path file, String text) throws IOException {
    var problems = new ArrayList<String>();
    var main = Sources.isMain(file);
    var name = file.isAbsolute() ? Sources.nameOf(file) : file.toString();
    var lines = text.lines().toList();
    if (lines.size() > (main ? MAIN_LINES_MAX : TEST_LINES_MAX)) {
      problems.add(name + " has " + lines.size() + " lines: split it by what it is about");
    }
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.length() > COLUMNS_MAX && !isTextOrTable(line)) {
        problems.add(name + ":" + (i + 1) + " is wider than " + COLUMNS_MAX + " columns");
      }
    }
    for (var habit : HABITS) {
      var matcher = habit.smell().matcher(text);
      if ((main || !habit.mainOnly()) && !isExcepted(habit, name) && matcher.find()) {
        var line = text.substring(0, matcher.start()).lines().count();
        problems.add(name + ":" + line + " " + habit.name() + ": " + habit.instead());
      }
    }
    if (main) {
      problems.addAll(longMethodsIn(name, text));
    }
    return problems;
  }

  /** Strings, imports and the rows of worked examples are not folded. */
  private static boolean isTextOrTable(String line) {
    return line.contains("\"") || line.startsWith("import ") || line.contains(" | ");
  }

  /**
   * The launcher and the measuring programs talk to a terminal; this test holds the smells
   * themselves.
   */
  private static boolean isExcepted(Habit habit, String name) {
    boolean talks = name.startsWith("deploy/local/") || name.startsWith("suite-tests/src/main/");
    return talks
            && (habit.name().equals("printing") || habit.name().equals("binary floating point"))
        || name.endsWith("TidyTest.java");
  }

  private static List<String> longMethodsIn(String name, String text) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var source = new SourceText(name, text);
    var task =
        (JavacTask) compiler.getTask(null, null, diagnostic -> {}, null, null, List.of(source));
    var problems = new ArrayList<String>();
    for (var unit : task.parse()) {
      var positions = Trees.instance(task).getSourcePositions();
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
          if (method.getBody() != null) {
            var map = unit.getLineMap();
            long lines =
                map.getLineNumber(positions.getEndPosition(unit, method))
                    - map.getLineNumber(positions.getStartPosition(unit, method.getBody()))
                    - 1;
            if (lines > METHOD_LINES_MAX) {
              problems.add(
                  name
                      + ": method "
                      + method.getName()
                      + " has "
                      + lines
                      + " lines: name its steps");
            }
          }
          return super.visitMethod(method, nothing);
        }
      }.scan(unit, null);
    }
    return problems;
  }
}
