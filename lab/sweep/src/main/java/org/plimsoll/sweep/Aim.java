package org.plimsoll.sweep;

import java.util.Optional;

/// What a policy is to be good at.
///
/// @param figure a column of the runs, such as `hole`
/// @param best which end of it is good
public record Aim(String figure, End best) {
  /// An end of a range.
  public enum End {
    LEAST,
    MOST
  }

  /// Returns the aim that `text` says, such as `recovery=most`; empty if it says none.
  public static Optional<Aim> parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      return Optional.empty();
    }
    String figure = text.substring(0, equals);
    return switch (text.substring(equals + 1)) {
      case "least" -> Optional.of(new Aim(figure, End.LEAST));
      case "most" -> Optional.of(new Aim(figure, End.MOST));
      default -> Optional.empty();
    };
  }

  /// Returns a number that is the less the better a value is.
  double badness(double value) {
    return best == End.LEAST ? value : -value;
  }
}
