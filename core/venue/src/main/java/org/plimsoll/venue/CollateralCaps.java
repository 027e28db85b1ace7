package org.plimsoll.venue;

import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// How much of an asset may count as collateral and be owed, in its smallest unit
/// (docs/reference/caps.md).
///
/// @param accountMax the most of one account that counts at the initial weight
/// @param venueMax the most of all accounts together that does; the largest `long` caps nothing
/// @param borrowMax the most that accounts may owe in all, for one of them to borrow more
public record CollateralCaps(long accountMax, long venueMax, long borrowMax) {
  /// Returns the caps of an asset of which nobody has said any.
  public static CollateralCaps none(DefineAsset definition) {
    return new CollateralCaps(definition.balanceMax(), Long.MAX_VALUE, Limits.LENDING_MAX);
  }

  /// Returns the caps that a command sets.
  public static CollateralCaps of(CapCollateral command) {
    return new CollateralCaps(command.accountMax(), command.venueMax(), command.borrowMax());
  }

  void writeTo(StateSink sink) {
    sink.add(accountMax).add(venueMax).add(borrowMax);
  }

  static CollateralCaps readFrom(StateSource source, long balanceMax) {
    return new CollateralCaps(
        source.within(0, balanceMax),
        source.within(0, Long.MAX_VALUE),
        source.within(0, Limits.LENDING_MAX));
  }
}
