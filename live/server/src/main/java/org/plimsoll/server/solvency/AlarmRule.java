package org.plimsoll.server.solvency;

/// Between what two figures an alarm is raised and cleared, so that a figure which trembles at its
/// limit does not ring each time.
///
/// @param code its short name, which never changes
/// @param raiseAt it is raised at this figure or beyond
/// @param clearAt and cleared at this one or on its other side
/// @param sentence what it means
public record AlarmRule(String code, double raiseAt, double clearAt, String sentence) {
  /// Customers' claims of the next hour are covered by less than 1, and again by 1.05.
  public static final AlarmRule COVER_OF_AN_HOUR =
      new AlarmRule(
          "cover-1h", 1, 1.05, "less can be turned into money within an hour than can be demanded");

  /// More leans on a collateral than its load line, and again nine tenths of it.
  public static final AlarmRule OVERLOADED =
      new AlarmRule("overloaded", 1, 0.9, "more debt leans on it than its load line");

  /// A fall feeds on itself, and again no longer by a tenth.
  public static final AlarmRule SPIRAL =
      new AlarmRule("spiral", 1, 0.9, "a fall of its price forces sales that make it fall as much");

  /// A quarter of all assets are tokens of the venue's own, and again a fifth.
  public static final AlarmRule OWN_TOKENS =
      new AlarmRule("own-tokens", 0.25, 0.2, "so much of all that is held are own tokens");

  /// A question of the assessment is answered with yes, and again with no.
  public static AlarmRule answered(String code, String sentence) {
    return new AlarmRule(code, 1, 0, sentence);
  }

  /// Returns whether a larger figure is the worse one.
  boolean isCeiling() {
    return raiseAt >= clearAt;
  }

  boolean raises(double figure) {
    return isCeiling() ? figure >= raiseAt : figure < raiseAt;
  }

  boolean clears(double figure) {
    return isCeiling() ? figure <= clearAt : figure >= clearAt;
  }
}
