package org.plimsoll.solvency.consolidate;

import org.plimsoll.solvency.book.Interval;

/// What one member of a group owes another. It is the one's asset and the other's liability, so it
/// leaves both sides of the group by the same amount.
///
/// @param debtor the id of the member that owes
/// @param creditor the id of the member that is owed
/// @param item the account or loan that says so
/// @param asset the id of the asset owed
/// @param quantity units of the asset, not negative
/// @param value at the book's prices, in its currency, in full: whether the debtor can pay is not
///   asked
public record IntragroupItem(
    String debtor, String creditor, String item, String asset, Interval quantity, Interval value) {}
