package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Writes a [LargeBook] for `./plimsoll assess` and `./plimsoll stress` to read.
public final class LargeBookFolder {
  private LargeBookFolder() {}

  /// Writes it. Arguments: `into=FOLDER accounts=N parts=N`; without `parts` into one table.
  public static void main(String[] arguments) throws IOException {
    Map<String, String> told = new TreeMap<>();
    for (String argument : arguments) {
      String[] halves = argument.split("=", 2);
      told.put(halves[0], halves[1]);
    }
    Path folder = Files.createDirectories(Path.of(told.getOrDefault("into", "large-book")));
    int accounts = Integer.parseInt(told.getOrDefault("accounts", "1000000"));
    int parts = Integer.parseInt(told.getOrDefault("parts", "1"));
    if (parts < 1 || accounts % parts != 0) {
      throw new IllegalArgumentException("parts must divide accounts");
    }
    if (parts == 1) {
      LargeBook.write(folder, accounts);
    } else {
      LargeBook.write(folder, accounts, parts);
    }
  }
}
