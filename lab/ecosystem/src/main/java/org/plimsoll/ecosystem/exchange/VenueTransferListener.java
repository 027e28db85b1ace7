package org.plimsoll.ecosystem.exchange;

import org.plimsoll.ledger.Cause;

/// Hears of every transfer in the venue's own books. Addresses are those of
/// [org.plimsoll.ledger.LedgerAccount].
public interface VenueTransferListener {
  void onVenueTransfer(Cause cause, int asset, int from, int to, long amount);
}
