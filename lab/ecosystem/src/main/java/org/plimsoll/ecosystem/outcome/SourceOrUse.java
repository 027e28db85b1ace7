package org.plimsoll.ecosystem.outcome;

import java.math.BigDecimal;
import java.util.Optional;

/// A line of where the money came from or went.
///
/// @param side whether it came or went
/// @param line in words
/// @param value of the simulation, in the unit of account
/// @param told what the posts that tell the story say, in words
/// @param recorded what sources say, in words
public record SourceOrUse(
    Side side, String line, BigDecimal value, Optional<String> told, Optional<String> recorded) {
  /// Whether money came or went.
  public enum Side {
    SOURCE,
    USE
  }
}
