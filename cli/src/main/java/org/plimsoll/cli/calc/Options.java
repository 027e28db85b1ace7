package org.plimsoll.cli.calc;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that are a calculation's own, apart from those that every calculation has.
final class Options {
  private static final List<String> COMMON =
      List.of("from", "json", "help", "version", "stacktrace");

  private Options() {}

  /// Returns them by name, in order of the alphabet.
  static List<OptionSpec> of(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !COMMON.contains(key(option)))
        .sorted((one, other) -> key(one).compareTo(key(other)))
        .toList();
  }

  /// Returns the name of an option as a file and an answer write it: `--loan-to-value` is
  /// `loan-to-value`.
  static String key(OptionSpec option) {
    return option.longestName().substring(2);
  }
}
