package org.plimsoll.venue;

/// What an account can do with its balance of an asset, in the smallest unit of that.
///
/// What may go is what the margin gate lets out. That the asset is in custody at the place where it
/// is asked for is another question.
///
/// @param account whose it is
/// @param asset which
/// @param balance negative is owed
/// @param borrowed what is owed
/// @param availableWithoutBorrow how much may go without a debt, whatever of the account's orders
///   fills
/// @param free how much may go, borrowed what is missing
public record BalanceStanding(
    int account, int asset, long balance, long borrowed, long availableWithoutBorrow, long free) {}
