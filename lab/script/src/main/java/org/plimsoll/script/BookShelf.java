package org.plimsoll.script;

import java.util.Optional;
import org.plimsoll.solvency.book.Book;

/// Where the books come from that a script expects.
public interface BookShelf {
  /// Returns the book of that name, or nothing if there is none that can be read.
  Optional<Book> find(String name);
}
