package org.plimsoll.solvency.file;

import java.io.IOException;
import java.util.List;

/// Where the parts of a book are read.
@FunctionalInterface
public interface PartSite {
  /// Returns the fold of each part, in their order.
  ///
  /// @throws IOException if the work was interrupted
  List<PartFold> fold(List<BookPart> parts) throws IOException;
}
