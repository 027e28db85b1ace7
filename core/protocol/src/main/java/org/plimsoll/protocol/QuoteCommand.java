package org.plimsoll.protocol;

/// Conversion at a quote: one account offers another an exchange, which the other may accept while
/// it lasts.
public sealed interface QuoteCommand extends DeskCommand {
  /// Offers an exchange. Nothing is set apart for it: whether both can pay is asked when it is
  /// accepted.
  ///
  /// @param quote the next quote number, from 1
  /// @param counterparty who offers, and pays `toAmount` of `toAsset`
  /// @param account who may accept, and pays `fromAmount` of `fromAsset`
  /// @param fromAmount positive
  /// @param toAmount positive
  /// @param expiresNs when the offer ends, in nanoseconds since 1970 in UTC; at that instant it can
  ///   no longer be accepted
  record OfferQuote(
      long quote,
      int counterparty,
      int account,
      int fromAsset,
      int toAsset,
      long fromAmount,
      long toAmount,
      long expiresNs)
      implements QuoteCommand {}

  /// Accepts a quote in whole.
  ///
  /// @param account the one it was offered to
  record AcceptQuote(int account, long quote) implements QuoteCommand {}
}
