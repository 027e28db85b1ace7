package org.plimsoll.solvency.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.text.Place;

/// The tables that a book may name: CSV files in the folder of its own file.
final class Tables {
  private final Optional<Path> folder;

  private Tables(Optional<Path> folder) {
    this.folder = folder;
  }

  /// Takes the folder in which a book's file lies.
  static Tables beside(Path file) {
    return new Tables(Optional.of(file.resolveSibling("")));
  }

  /// There is no folder: the book comes from a stream, or ships with the program.
  static Tables none() {
    return new Tables(Optional.empty());
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
      return;
    }
    Path file = folder.get().resolve(name);
    if (Files.isRegularFile(file)) {
      new TableFile(file, section, reading, take).read();
    } else {
      reading.problems().add(place, "there is no file `" + name + "` beside this one");
    }
  }
}
