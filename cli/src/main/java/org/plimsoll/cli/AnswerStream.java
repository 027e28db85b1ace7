package org.plimsoll.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output that remembers why it could not be written: a [java.io.PrintWriter] only knows
/// that it could not, and half an answer must not end like a whole one.
final class AnswerStream extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  AnswerStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException refused) {
      failure = failure.or(() -> Optional.of(refused));
      throw refused;
    }
  }

  /// Returns what went wrong first, unless a reader such as `head` had simply seen enough.
  Optional<String> failure() {
    return failure.map(String::valueOf).filter(said -> !said.contains("Broken pipe"));
  }
}
