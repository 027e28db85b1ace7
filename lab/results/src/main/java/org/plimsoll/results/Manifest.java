package org.plimsoll.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a set of result files came from, and what they must hash to. It has no time in it: the same
/// inputs give the same manifest.
///
/// @param version of Plimsoll
/// @param bookName the path or the shipped name of the book, as it was given
/// @param bookHash the hash of the book's content
/// @param command the command line that gives the same files again
/// @param files in the order in which they were written
public record Manifest(
    String version, String bookName, String bookHash, String command, List<Entry> files) {
  /// One result file.
  ///
  /// @param name relative to the folder of the manifest
  /// @param bytes its length
  /// @param sha256 in lower case hexadecimal
  public record Entry(String name, long bytes, String sha256) {}

  /// Takes a copy of the list.
  public Manifest {
    files = List.copyOf(files);
  }

  /// Returns the manifest as JSON.
  public String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("plimsoll_version", version);
    tree.put("book", bookName);
    tree.put("book_hash", bookHash);
    tree.put("command", command);
    tree.put("files", files.stream().map(Manifest::tree).toList());
    return JsonText.of(tree);
  }

  private static Map<String, Object> tree(Entry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", entry.name());
    tree.put("bytes", entry.bytes());
    tree.put("sha256", entry.sha256());
    return tree;
  }
}
