package org.plimsoll.ecosystem.run;

/// What causes of wealth are called where money is followed: those that tell one story are one
/// line.
final class MoneyWords {
  static final String LOANS_MADE = "rescues and other loans";

  private MoneyWords() {}

  /// Returns the line of a cause in kebab-case.
  static String of(String cause) {
    return switch (cause) {
      case "opening" -> "there at the start";
      case "trade",
          "outside-trade",
          "conversion",
          "funding",
          "settlement",
          "handover",
          "estate",
          "loss-covered",
          "socialized-loss",
          "token-created",
          "token-redeemed" ->
          "trading";
      case "taker-fee", "maker-fee", "rebate", "token-fee", "management-fee" -> "trading fees";
      case "interest-paid", "interest-earned", "loan-interest" -> "interest";
      case "equity-raised", "venue-capital" -> "equity raised";
      case "venture" -> "ventures";
      case "stake-buyout" -> "buy-out of a shareholder";
      case "insider-payment" -> "insiders";
      case "brand-spending", "politics" -> "brands and politics";
      case "rescue" -> LOANS_MADE;
      case "default-loss" -> "debts written off";
      case "collateral-pledged", "collateral-returned", "collateral-seized" ->
          "collateral at lenders";
      case "theft", "incident-loss" -> "incidents";
      case "running-cost" -> "running costs";
      case "arrival", "gain", "loss" -> "from and to the rest of the world";
      case "buyback-funding", "token-burn" -> "buy-back of the own token";
      default -> cause.replace('-', ' ');
    };
  }
}
