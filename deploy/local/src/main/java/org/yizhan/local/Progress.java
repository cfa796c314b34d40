package org.yizhan.local;

/** Where a start says how far it has come, one line at a time. */
@FunctionalInterface
public interface Progress {

  Progress SILENT = line -> {};

  void say(String line);
}
