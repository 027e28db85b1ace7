package org.plimsoll.proof;

import java.io.Serial;
import java.util.function.Supplier;

/// Something that cannot be read, on its way out of nested reading; [#reading] makes it a value.
final class Mistake extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Mistake(String reason) {
    super(reason, null, false, false);
  }

  static <T> Reading<T> reading(Supplier<T> reader) {
    try {
      return new Reading.Read<>(reader.get());
    } catch (Mistake mistake) {
      return new Reading.Unreadable<>(String.valueOf(mistake.getMessage()));
    }
  }
}
