package org.plimsoll.solvency.waterfall;

/// A kind of bearer of losses.
public enum Layer {
  /// What the defaulter himself has put up.
  MARGIN(Rule.POT),
  /// Firms that have agreed to take over positions, up to what they pledged.
  BACKSTOP(Rule.POT),
  /// A fund that fees have filled.
  INSURANCE_FUND(Rule.POT),
  /// The venue's own equity that stands in this place.
  VENUE_CAPITAL(Rule.POT),
  /// What other members have paid in against each other's defaults.
  DEFAULT_FUND(Rule.POT),
  /// Profitable accounts pay the same part of their profit.
  SOCIALIZED_LOSS(Rule.PRO_RATA),
  /// Profitable accounts lose their profit one after another, highest rank first.
  DELEVERAGING(Rule.BY_RANK);

  /// How a layer takes its part.
  enum Rule {
    POT,
    PRO_RATA,
    BY_RANK
  }

  private final Rule rule;

  Layer(Rule rule) {
    this.rule = rule;
  }

  Rule rule() {
    return rule;
  }

  /// Returns whether this layer is a sum of money, rather than the profits of accounts.
  public boolean isPot() {
    return rule == Rule.POT;
  }
}
