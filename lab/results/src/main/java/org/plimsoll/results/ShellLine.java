package org.plimsoll.results;

import java.util.List;
import java.util.stream.Collectors;

/// The line that gives a result again, as a POSIX shell reads it in the folder of the launcher.
public final class ShellLine {
  private static final String LAUNCHER = "./plimsoll ";

  private ShellLine() {}

  /// Returns the line that runs the launcher with arguments.
  public static String of(List<String> arguments) {
    return LAUNCHER + quoted(arguments);
  }

  /// Returns words as the shell must have them, with a blank between.
  public static String quoted(List<String> words) {
    return words.stream().map(ShellLine::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=,%:@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
