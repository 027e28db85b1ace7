package org.plimsoll.solvency.waterfall;

import java.util.EnumSet;
import java.util.List;

/// An order in which layers bear a loss.
///
/// @param name by which it is chosen
/// @param layers first to bear first; each at most once
public record WaterfallProfile(String name, List<Layer> layers) {
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
    return List.of(SOCIALIZED, DELEVERAGING, BACKSTOP, CLEARING_HOUSE);
  }
}
