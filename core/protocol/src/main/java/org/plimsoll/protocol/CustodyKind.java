package org.plimsoll.protocol;

/// The sort of place at which an asset is held. The position in this list is written to journals.
public enum CustodyKind {
  WALLET,
  BANK,
  AFFILIATE,
  LENDER
}
