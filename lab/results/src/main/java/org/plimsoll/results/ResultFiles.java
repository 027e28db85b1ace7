package org.plimsoll.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A set of files that are written together. All of them exist in memory before the first byte is
/// written, so that a failure to make one leaves nothing behind.
public final class ResultFiles {
  private final Map<String, byte[]> contents = new LinkedHashMap<>();

  /// Adds a text in UTF-8, after the files that are there already.
  ///
  /// @throws IllegalArgumentException if there is a file of that name
  public void add(String name, String text) {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds a file of bytes, after the files that are there already.
  ///
  /// @throws IllegalArgumentException if there is a file of that name
  public void add(String name, byte[] bytes) {
    if (contents.putIfAbsent(name, bytes.clone()) != null) {
      throw new IllegalArgumentException("there is a file " + name + " already");
    }
  }

  /// Returns name, length and hash of every file, in the order in which they were added.
  public List<Manifest.Entry> entries() {
    List<Manifest.Entry> entries = new ArrayList<>();
    contents.forEach(
        (name, bytes) -> entries.add(new Manifest.Entry(name, bytes.length, sha256(bytes))));
    return entries;
  }

  /// Writes every file into `folder`, which is made if it does not exist. Files of the same names
  /// are replaced, others are left alone.
  ///
  /// At every instant each file is the whole old one or the whole new one, and a folder that did
  /// not exist appears with all of its files: they are written beside their place and then renamed,
  /// in the order in which they were added. A process that is killed meanwhile can leave a folder
  /// whose name begins with `.partial-`; nothing reads it.
  ///
  /// @throws IOException if a file cannot be written; what was there is then unchanged, unless a
  ///   rename itself was refused
  public void writeTo(Path folder) throws IOException {
    Path place = folder.toAbsolutePath();
    boolean isNew = !Files.exists(place);
    if (isNew) {
      Files.createDirectories(Objects.requireNonNull(place.getParent(), "the root exists"));
    } else {
      requireNoFolderInTheWay(place);
    }
    try (PartialFolder partial = PartialFolder.beside(isNew ? place : place.resolve("files"))) {
      for (Map.Entry<String, byte[]> file : contents.entrySet()) {
        Path target = partial.path().resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(target.getParent(), "the folder"));
        Files.write(target, file.getValue());
      }
      if (isNew) {
        partial.becomes(place);
      } else {
        for (String name : contents.keySet()) {
          Path target = place.resolve(name);
          Files.createDirectories(Objects.requireNonNull(target.getParent(), "the folder"));
          partial.release(name, target);
        }
      }
    }
  }

  /// A file can take the place of a file, not of a folder; better to know before any has moved.
  private void requireNoFolderInTheWay(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      throw new FileAlreadyExistsException(place.toString());
    }
    for (String name : contents.keySet()) {
      if (Files.isDirectory(place.resolve(name))) {
        throw new FileAlreadyExistsException(place.resolve(name).toString());
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
