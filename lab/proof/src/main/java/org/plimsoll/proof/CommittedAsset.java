package org.plimsoll.proof;

import java.math.BigInteger;

/// What is published of one asset; the three totals are in smallest units.
///
/// @param terms how it is counted
/// @param liabilities what accounts are owed: the total of the tree, which no debt has reduced
/// @param debts what accounts owe with enough collateral: the other total of the tree
/// @param unsecuredDebts what accounts owe without: told, and in no account's leaf
public record CommittedAsset(
    AssetTerms terms, BigInteger liabilities, BigInteger debts, BigInteger unsecuredDebts) {}
