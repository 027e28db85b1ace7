package org.plimsoll.model;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Request;

/// What must hold for every history of commands.
///
/// @param name as it is printed when it does not hold
/// @param check throws where the history shows that it does not
public record Law(String name, Check check) {
  /// Tries the law on a history.
  public interface Check {
    /// Throws anything at all if the law does not hold.
    void accept(List<Request> history);
  }

  /// Returns why the law does not hold for `history`, or nothing if it does. A venue that throws
  /// breaks every law.
  public Optional<String> brokenBy(List<Request> history) {
    try {
      check.accept(history);
      return Optional.empty();
    } catch (BrokenLaw broken) {
      return Optional.of(String.valueOf(broken.getMessage()));
    } catch (RuntimeException | Error thrown) {
      return Optional.of("the venue threw " + thrown);
    }
  }
}
