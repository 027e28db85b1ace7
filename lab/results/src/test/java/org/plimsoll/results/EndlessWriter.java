package org.plimsoll.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A program that writes two sets of files in turn, into the same place, until it is killed.
final class EndlessWriter {
  static final List<String> NAMES = List.of("one.txt", "two.txt", "three.txt");

  private static final int LENGTH = 1 << 20;

  private EndlessWriter() {}

  /// Starts the program in a process of its own; it says "written" after each set.
  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EndlessWriter.class.getName(),
            folder.toString())
        .start();
  }

  static String text(char letter) {
    return String.valueOf(letter).repeat(LENGTH);
  }

  public static void main(String[] arguments) throws IOException {
    for (char letter = 'a'; ; letter = letter == 'a' ? 'b' : 'a') {
      ResultFiles files = new ResultFiles();
      for (String name : NAMES) {
        files.add(name, text(letter));
      }
      files.writeTo(Path.of(arguments[0]));
      System.out.println("written");
    }
  }
}
