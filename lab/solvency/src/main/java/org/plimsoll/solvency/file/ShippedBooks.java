package org.plimsoll.solvency.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The books that come with the program, so that they can be named from any folder.
public final class ShippedBooks {
  private static final List<String> NAMES =
      List.of(
          "alameda-2022-06-30",
          "blockfi-2022-11-28",
          "celsius-2022-07-13",
          "ftx-2022-11-02",
          "ftx-2022-11-10",
          "ftx-2022-11-run",
          "healthy-exchange",
          "lender-2022-11-01",
          "levine-1",
          "levine-2",
          "levine-3",
          "levine-4",
          "levine-5",
          "levine-6",
          "levine-7",
          "levine-8",
          "voyager-2022-07-05");

  private ShippedBooks() {}

  /// Returns the names of the books that ship, in alphabetical order.
  public static List<String> names() {
    return NAMES;
  }

  /// Reads a book that ships.
  ///
  /// @param name one of [#names()]
  /// @throws IllegalArgumentException if no book of that name ships
  public static ReadResult read(String name) {
    byte[] bytes =
        bytes(name)
            .orElseThrow(() -> new IllegalArgumentException("no book named " + name + " ships"));
    return BookReader.read(new ByteArrayInputStream(bytes), name);
  }

  /// Returns the bytes of the file of a book that ships; nothing for any other name.
  static Optional<byte[]> bytes(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = ShippedBooks.class.getResourceAsStream("/books/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the build left out the book " + name);
      }
      return Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the book " + name, unreadable);
    }
  }
}
