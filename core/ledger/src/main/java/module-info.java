/// Double-entry transfers between ledger accounts: every one balances per asset and carries a
/// cause.
module org.plimsoll.ledger {
  requires static org.jspecify;
  requires transitive org.plimsoll.units;

  exports org.plimsoll.ledger;
}
