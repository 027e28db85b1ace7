package org.plimsoll.mirror;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.protocol.TokenEvent.FeesFixed;
import org.plimsoll.venue.VenueView;

/// Folds what a venue's events say of fees and the exchange token.
final class TokenProjection {
  private final SortedMap<Integer, FeesFixed> fees = new TreeMap<>();

  /// Returns the fees of those who no longer pay what everybody pays at first.
  List<FeesFixed> fees() {
    return fees.values().stream()
        .filter(fixed -> !fixed.equals(VenueView.firstFees(fixed.account())))
        .toList();
  }

  void accept(TokenEvent event) {
    switch (event) {
      case FeesFixed e -> fees.put(e.account(), e);
      case TokenEvent.FeeCapped _ -> {
        // the transfer says what was posted
      }
    }
  }
}
