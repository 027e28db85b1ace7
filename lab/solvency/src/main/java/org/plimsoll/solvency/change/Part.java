package org.plimsoll.solvency.change;

/// The parts of a book whose entries have a name. Accounts are compared apart, in [AccountChanges],
/// since there can be many thousand.
public enum Part {
  ASSET,
  PARTY,
  CUSTODY,
  LOAN,
  MARKET,
  POLICY,
  ELSEWHERE,
  FACT,
  NOTE
}
