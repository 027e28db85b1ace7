package org.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// What a verb changes in a scenario before it runs it.
final class ChangeOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Put a value in the place of what the scenario says; may be repeated.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--switch",
      paramLabel = "NAME",
      description = "Set a switch of the scenario; may be repeated.")
  private List<String> switches = List.of();

  /// Returns the values by path.
  SortedMap<String, String> settings() {
    return new TreeMap<>(settings);
  }

  /// Returns the switches in the order in which they were given.
  List<String> switches() {
    return switches;
  }

  /// Returns the arguments that set the switches again.
  static List<String> arguments(List<String> switches) {
    List<String> words = new ArrayList<>();
    switches.forEach(name -> words.addAll(List.of("--switch", name)));
    return words;
  }
}
