package org.plimsoll.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Limits that old code may exceed only by what is written down, and never by more.
///
/// A length over the soft limit must stand in the list with exactly that number: a longer one is
/// refused, and a shorter one asks for its new number, so that the list only shrinks. Nothing
/// passes the hard limit.
record SizeRatchet(String what, int softLimit, int hardLimit) {
  static final SizeRatchet FILES = new SizeRatchet("file", 400, 800);
  static final SizeRatchet METHODS = new SizeRatchet("method", 50, 70);

  /// What is wrong, as sentences; empty if all is well.
  ///
  /// @param lengths the lines of each thing by its name
  /// @param listed the lines that the list allows
  List<String> complaints(Map<String, Integer> lengths, Map<String, Integer> listed) {
    List<String> complaints = new ArrayList<>();
    new TreeMap<>(lengths)
        .forEach((name, length) -> {
          int allowed = listed.getOrDefault(name, softLimit);
          if (length > hardLimit) {
            complaints.add(name + " has " + length + " lines; the most is " + hardLimit);
          } else if (length > allowed) {
            complaints.add(
                what
                    + " "
                    + name
                    + " has "
                    + length
                    + " lines; make it "
                    + allowed
                    + " or less"
                    + ", by giving a part of it a name of its own");
          }
        });
    new TreeMap<>(listed)
        .forEach((name, allowed) -> {
          int length = lengths.getOrDefault(name, 0);
          if (length <= softLimit) {
            complaints.add(name + " is within its limit now; take it from the list");
          } else if (length < allowed) {
            complaints.add(name + " has shrunk; write " + length + " instead of " + allowed);
          }
        });
    return complaints;
  }

  /// The entries of the list: a name, a blank and a number on each line; `#` starts a remark.
  static SortedMap<String, Integer> parse(List<String> lines) {
    SortedMap<String, Integer> entries = new TreeMap<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("# ")) {
        int blank = line.lastIndexOf(' ');
        entries.put(line.substring(0, blank), Integer.parseInt(line.substring(blank + 1)));
      }
    }
    return entries;
  }
}
