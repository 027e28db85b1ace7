package org.plimsoll.solvency.waterfall;

import java.util.EnumSet;
import java.util.List;

/// An order in which layers bear a loss.
///
/// @param name by which it is chosen
/// @param layers first to bear first; each at most once
public record WaterfallProfile(String name, List<Layer> layers) {
  /// Nobody: what is lost is missing.
  public static final WaterfallProfile NONE = new WaterfallProfile("none", List.of());

  /// Margin, fund, the venue, then all profitable accounts alike.
  public static final WaterfallProfile SOCIALIZED =
      new WaterfallProfile(
          "socialized",
          List.of(Layer.MARGIN, Layer.INSURANCE_FUND, Layer.VENUE_CAPITAL, Layer.SOCIALIZED_LOSS));

  /// Margin and fund, then profitable accounts in the order of their rank: the form that most
  /// venues of perpetual contracts publish.
  public static final WaterfallProfile DELEVERAGING =
      new WaterfallProfile(
          "deleveraging", List.of(Layer.MARGIN, Layer.INSURANCE_FUND, Layer.DELEVERAGING));

  /// Margin, backstop providers, fund, then all profitable accounts alike.
  public static final WaterfallProfile BACKSTOP =
      new WaterfallProfile(
          "backstop",
          List.of(Layer.MARGIN, Layer.BACKSTOP, Layer.INSURANCE_FUND, Layer.SOCIALIZED_LOSS));

  /// Margin, the house's own part ("skin in the game"), the members' fund, then gains are cut: the
  /// order of a clearing house.
  public static final WaterfallProfile CLEARING_HOUSE =
      new WaterfallProfile(
          "clearing-house",
          List.of(Layer.MARGIN, Layer.VENUE_CAPITAL, Layer.DEFAULT_FUND, Layer.SOCIALIZED_LOSS));

  /// FTX in 2019: the book, then backstop providers at a price that leaves the fund a third of what
  /// the account still has, then the insurance fund, and once that is empty a clawback from
  /// profitable accounts, "meant to be rare". Source: help.ftx.com, "Liquidations" (2019 version of
  /// articles 360027668712 and 360027937831) and "Backstop Liquidity Provider Program"
  /// (360024479392).
  public static final WaterfallProfile FTX_2019 =
      new WaterfallProfile("ftx-2019", BACKSTOP.layers());

  /// FTX in 2022: the order of 2019. The articles of that year change prices and thresholds, not
  /// who bears a loss. The size of the fund was never known: the published number was computed from
  /// trading volume and a random number (testimony at the trial, October 2023, as reported by
  /// IBTimes and Cointelegraph).
  public static final WaterfallProfile FTX_2022 =
      new WaterfallProfile("ftx-2022", BACKSTOP.layers());

  /// Copies the layers.
  ///
  /// @throws IllegalArgumentException if a layer is named twice
  public WaterfallProfile {
    layers = List.copyOf(layers);
    if (!layers.isEmpty() && EnumSet.copyOf(layers).size() < layers.size()) {
      throw new IllegalArgumentException("layers " + layers + " name one twice");
    }
  }

  /// Returns the profiles that have a name.
  public static List<WaterfallProfile> named() {
    return List.of(NONE, SOCIALIZED, DELEVERAGING, BACKSTOP, CLEARING_HOUSE, FTX_2019, FTX_2022);
  }
}
