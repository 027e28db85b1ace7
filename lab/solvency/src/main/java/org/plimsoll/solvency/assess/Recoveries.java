package org.plimsoll.solvency.assess;

import java.util.List;
import java.util.Optional;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Interval;

/// What creditors get back if everything stops now. Each is a part of the claim, 0 to 1, and empty
/// where nothing is claimed. Recovery under segregation stands in [AssetRow].
///
/// @param commingled everything on hand over everything owed to accounts
/// @param commingledWithoutOwnToken the same, leaving out own tokens on both sides
/// @param netClaims everything the subject has over everything it owes net: positive account values
///   and loans alike; those under water walk away
/// @param netClaimsWithoutOwnToken the same with own tokens worth nothing
/// @param commingling what commingling moves between claimants; empty where a range leaves it open
public record Recoveries(
    Optional<RatioRange> commingled,
    Optional<RatioRange> commingledWithoutOwnToken,
    Optional<RatioRange> netClaims,
    Optional<RatioRange> netClaimsWithoutOwnToken,
    Optional<Commingling> commingling) {

  static Recoveries of(List<AssetRow> rows, Equity atMark, Equity withoutOwnToken) {
    List<AssetRow> others = rows.stream().filter(row -> !row.ownToken()).toList();
    return new Recoveries(
        together(rows),
        together(others),
        ofNetClaims(atMark),
        ofNetClaims(withoutOwnToken),
        Commingling.of(rows));
  }

  private static Optional<RatioRange> together(List<AssetRow> rows) {
    Interval held = Interval.ZERO;
    Interval owed = Interval.ZERO;
    for (AssetRow row : rows) {
      held = held.plus(row.onHand().times(row.price()));
      owed = owed.plus(row.owedTo().times(row.price()));
    }
    return RatioRange.part(held, owed);
  }

  /// Equity that cannot be negative pays everybody in full, whatever the parts may be.
  private static Optional<RatioRange> ofNetClaims(Equity equity) {
    Optional<RatioRange> recovery = RatioRange.part(equity.assets(), equity.owed());
    boolean covered = Answer.isNegative(equity.total()) == Answer.NO;
    return covered ? recovery.map(_ -> RatioRange.exactly(Ratio.ONE)) : recovery;
  }
}
