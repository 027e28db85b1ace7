package org.plimsoll.solvency.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;

/// The tables that a book may name: CSV files in the folder of its own file. One whose name has a
/// `*` stands for all files whose names have something else there, in the order of their names: its
/// parts.
final class Tables {
  private static final int PARTS_MAX = 10_000;
  private static final String ANY = "*";

  private final Optional<Path> folder;
  private final Predicate<Optional<String>> isWanted;

  /// @param isWanted by what stands for `*`, if anything does
  private Tables(Optional<Path> folder, Predicate<Optional<String>> isWanted) {
    this.folder = folder;
    this.isWanted = isWanted;
  }

  /// Takes the folder in which a book's file lies.
  static Tables beside(Path file) {
    return new Tables(Optional.of(file.resolveSibling("")), _ -> true);
  }

  /// Takes that folder without the tables that lie in parts.
  static Tables withoutParts(Path file) {
    return new Tables(Optional.of(file.resolveSibling("")), Optional::isEmpty);
  }

  /// Takes that folder with the tables of one part alone.
  static Tables ofPart(Path file, String part) {
    return new Tables(Optional.of(file.resolveSibling("")), Optional.of(part)::equals);
  }

  /// There is no folder: the book comes from a stream, or ships with the program.
  static Tables none() {
    return new Tables(Optional.empty(), _ -> true);
  }

  /// Returns whether the name of a table stands for its parts.
  static boolean isInParts(String name) {
    return name.contains(ANY);
  }

  /// Returns the name of one part.
  static String partName(String name, String part) {
    return name.replace(ANY, part);
  }

  /// Hands on every entry in the table that `book` names for `section`, if it names one.
  void read(BookFields book, String section, BookReading reading, Consumer<BookFields> take) {
    BookFields named = book.nested("tables");
    String name = named.text(section);
    Place place = named.placeOf(section);
    if (name.isEmpty() || !reading.problems().noneAt(place)) {
      return;
    }
    if (folder.isEmpty()) {
      reading
          .problems()
          .add(place, "tables are read beside the file of a book, and this book has no folder");
    } else if (isInParts(name)) {
      for (String part : parts(name, place, reading.problems())) {
        if (isWanted.test(Optional.of(part))) {
          new TableFile(folder.get().resolve(partName(name, part)), section, reading, take).read();
        }
      }
    } else if (isWanted.test(Optional.empty())) {
      read(name, section, place, reading, take);
    }
  }

  private void read(
      String name, String section, Place place, BookReading reading, Consumer<BookFields> take) {
    Path file = folder.orElseThrow().resolve(name);
    if (Files.isRegularFile(file)) {
      new TableFile(file, section, reading, take).read();
    } else {
      reading.problems().add(place, "there is no file `" + name + "` beside this one");
    }
  }

  /// Returns what stands for `*` in the names of the parts that are there, in order.
  List<String> parts(String name, Place place, Problems problems) {
    String before = name.substring(0, name.indexOf(ANY));
    String after = name.substring(name.indexOf(ANY) + 1);
    List<String> parts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.orElseThrow())) {
      for (Path file : files) {
        String found = file.getFileName().toString();
        if (found.length() >= name.length() - 1
            && found.startsWith(before)
            && found.endsWith(after)
            && Files.isRegularFile(file)) {
          parts.add(found.substring(before.length(), found.length() - after.length()));
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      problems.add(place, "the folder cannot be read: " + unreadable);
      return List.of();
    }
    if (parts.isEmpty()) {
      problems.add(place, "there is no file `" + name + "` beside this one");
    } else if (parts.size() > PARTS_MAX) {
      problems.add(place, "there are more than 10,000 files `" + name + "`");
      return List.of();
    }
    Collections.sort(parts);
    return parts;
  }
}
