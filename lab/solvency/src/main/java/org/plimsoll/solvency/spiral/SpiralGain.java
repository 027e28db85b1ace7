package org.plimsoll.solvency.spiral;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// The gain `R` of a spiral: how much price the sales forced by one lost unit of price take again.
///
/// Below 1 a small shock ends at `shock / (1 - R)`; from 1 on each round is larger than the last.
/// Gains of all borrowers and lenders of the same asset add, and so do the channels: each lender
/// alone may look safe. What is not known can only raise it. The gain is local: the fixed point of
/// a shock of some size is another question, see [LeverageTargeting] and [PriceMap].
///
/// @param parts what is known, in the order given
public record SpiralGain(List<Part> parts) {
  /// Copies the parts.
  public SpiralGain {
    parts = List.copyOf(parts);
  }

  /// How a lower price forces a sale.
  public enum Channel {
    /// Borrowers sell to keep their loan-to-value ratio.
    LIQUIDATION,
    /// The token is a claim on the venue that holds it.
    OWN_TOKEN,
    /// Customers leave when the price falls, and the venue sells to pay them.
    RUN,
    /// Leveraged tokens rebalance in the direction of the market.
    LEVERAGED_TOKENS
  }

  /// One cause of forced sales.
  ///
  /// @param channel how it works
  /// @param name of the borrower, lender or token
  /// @param gain its part of `R`; not negative
  public record Part(Channel channel, String name, double gain) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if the gain is negative
    public Part {
      Require.notNegative("gain", gain);
    }

    /// Returns the part of a borrower who keeps a loan-to-value ratio, `(q/M) l / (1 - l)`.
    ///
    /// After a fall of `e` he must sell `q l e / ((1-l)(1-e))`, and the market takes its part.
    ///
    /// @param quantity `q`, units pledged
    /// @param loanToValue `l`, from 0 to below 1
    /// @param depth `M`, log-depth in units
    /// @throws IllegalArgumentException if a figure is out of bounds
    public static Part borrower(String name, double quantity, double loanToValue, double depth) {
      Require.fraction("loanToValue", loanToValue);
      double leverageLessOne = loanToValue / (1 - loanToValue);
      return new Part(
          Channel.LIQUIDATION,
          name,
          Require.notNegative("quantity", quantity)
              / Require.positive("depth", depth)
              * leverageLessOne);
    }

    /// Returns the part of a token whose issuer's value moves with it, as [OwnToken] finds it.
    public static Part ownToken(String name, double gain) {
      return new Part(Channel.OWN_TOKEN, name, gain);
    }

    /// Returns the part of a run, `(dW/dp) share / M`.
    ///
    /// @param withdrawalsPerPrice money withdrawn for each unit of price lost
    /// @param shareSold the part of that money that is raised by selling the asset
    /// @param depth `M`, log-depth in units
    /// @throws IllegalArgumentException if a figure is out of bounds
    public static Part run(
        String name, double withdrawalsPerPrice, double shareSold, double depth) {
      double sold =
          Require.notNegative("withdrawalsPerPrice", withdrawalsPerPrice)
              * Require.notNegative("shareSold", shareSold);
      return new Part(Channel.RUN, name, sold / Require.positive("depth", depth));
    }

    /// Returns the part of a leveraged token, `L (L-1) NAV / K`: the same direction as the market
    /// for long and short tokens alike.
    ///
    /// @param leverage `L`, at most 0 or at least 1
    /// @param netAssetValue in the book's currency
    /// @param moneyDepth `K`, log-depth times price
    /// @throws IllegalArgumentException if a figure is out of bounds
    public static Part leveragedToken(
        String name, double leverage, double netAssetValue, double moneyDepth) {
      Require.holds(leverage <= 0 || leverage >= 1, "leverage", leverage);
      double rebalanced =
          leverage * (leverage - 1) * Require.notNegative("netAssetValue", netAssetValue);
      return new Part(
          Channel.LEVERAGED_TOKENS, name, rebalanced / Require.positive("moneyDepth", moneyDepth));
    }
  }

  /// Returns `R`, a lower bound where causes are unknown.
  public double total() {
    return parts.stream().mapToDouble(Part::gain).sum();
  }

  /// Returns the gain through one channel.
  public double of(Channel channel) {
    return parts.stream().filter(part -> part.channel() == channel).mapToDouble(Part::gain).sum();
  }

  /// Returns the loss that a small shock ends at, `shock / (1 - R)`; infinite from `R = 1` on.
  public double linearLoss(double shock) {
    double total = total();
    return total >= 1 ? Double.POSITIVE_INFINITY : shock / (1 - total);
  }
}
