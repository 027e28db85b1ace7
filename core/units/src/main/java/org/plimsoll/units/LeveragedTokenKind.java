package org.plimsoll.units;

/// What a leveraged token promises: so many times the daily return of its underlying.
///
/// The place in this list is written to journals.
///
/// Source: FTX help center article 360032509552.
public enum LeveragedTokenKind {
  /// Three times long.
  BULL(3_000_000_000L),
  /// Three times short.
  BEAR(-3_000_000_000L),
  /// Once short.
  HEDGE(-1_000_000_000L),
  /// Half long.
  HALF(500_000_000L);

  private final long targetE9;

  LeveragedTokenKind(long targetE9) {
    this.targetE9 = targetE9;
  }

  /// Returns the target leverage in billionths, negative for a short.
  public long targetE9() {
    return targetE9;
  }
}
