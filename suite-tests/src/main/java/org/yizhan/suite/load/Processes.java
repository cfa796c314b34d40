package org.yizhan.suite.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Processor time and memory of processes of this machine, as Linux tells them. */
final class Processes {

  /** Linux reports processor time in this many ticks a second on every platform it is used on. */
  private static final long TICKS_PER_SECOND = 100;

  private final Map<String, Long> pids;

  /**
   * @param pids by name; this process is added
   */
  Processes(Map<String, Long> pids) {
    var all = new TreeMap<>(pids);
    all.put("generator (this)", ProcessHandle.current().pid());
    this.pids = all;
  }

  /** Hundredths of a second of processor time, and KB resident. */
  record Use(long cpuTicks, long residentKb) {}

  Map<String, Use> now() throws IOException {
    var uses = new TreeMap<String, Use>();
    for (var process : pids.entrySet()) {
      uses.put(process.getKey(), use(Path.of("/proc", process.getValue().toString())));
    }
    return uses;
  }

  private static Use use(Path folder) throws IOException {
    var stat = Files.readString(folder.resolve("stat"));
    // The name in parentheses may hold blanks; what follows is counted from behind it.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    var resident =
        Files.readAllLines(folder.resolve("status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .map(line -> line.replaceAll("[^0-9]", ""))
            .findFirst()
            .orElse("0");
    return new Use(ticks, Long.parseLong(resident));
  }

  static String seconds(long ticks) {
    return "%d.%02d".formatted(ticks / TICKS_PER_SECOND, ticks % TICKS_PER_SECOND);
  }

  /** The machine's load over the last minute, to judge how quiet it was. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }
}
