package org.plimsoll.solvency.assess;

import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Interval;

/// The sums of one asset, in units of the asset.
///
/// @param asset the id
/// @param tier how soon it turns into money
/// @param price in the book's currency
/// @param ownToken whether the subject or a related party issued it
/// @param owedTo sum of the balances that the subject owes to accounts
/// @param owedBy sum of the balances that accounts owe to the subject
/// @param onHand everything in custody, pledged or not
/// @param lent what others have borrowed from the subject outside accounts
/// @param borrowed what the subject has borrowed from others
/// @param holdings where it is, by location
/// @param matchedGap on hand plus owed by accounts less owed to accounts; below zero the books do
///   not balance in this asset
/// @param matchedGapWithoutRelated the same, leaving out accounts of related parties
/// @param custodyGap on hand less owed to accounts
/// @param custodyRatio on hand over owed to accounts; empty where nothing is owed
/// @param segregatedRecovery what each claim on this asset gets if the asset answers for these
///   claims alone, at most 1; empty where nothing is owed
/// @param largestDebtor the owner whose accounts owe most of it; empty where none owes any
public record AssetRow(
    String asset,
    Asset.Tier tier,
    Interval price,
    boolean ownToken,
    Interval owedTo,
    Interval owedBy,
    Interval onHand,
    Interval lent,
    Interval borrowed,
    List<Holding> holdings,
    Interval matchedGap,
    Interval matchedGapWithoutRelated,
    Interval custodyGap,
    Optional<RatioRange> custodyRatio,
    Optional<RatioRange> segregatedRecovery,
    Optional<Debtor> largestDebtor) {

  /// A quantity at a place.
  ///
  /// @param location the name of the place
  /// @param kind what sort of place it is
  /// @param quantity how much is there
  /// @param encumbered how much of it is pledged to somebody else
  public record Holding(
      String location, Custody.Kind kind, Interval quantity, Interval encumbered) {}

  /// An owner whose accounts owe the asset.
  ///
  /// @param owner the id of the party
  /// @param quantity how much its accounts owe together
  public record Debtor(String owner, Interval quantity) {}
}
