package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.run.RunCoupling;
import org.plimsoll.solvency.spiral.SpiralGain;

/// What besides loans takes price off an asset once it has fallen, at one end of the book's ranges.
///
/// @param ownToken where it is a token of the subject's own whose value follows equity
/// @param run where customers leave as its price falls
/// @param leveragedTokens those that hold a multiple of it
/// @param corner the end of the ranges
public record OtherChannels(
    Optional<TokenExposure> ownToken,
    Optional<Withdrawing> run,
    List<Rebalanced> leveragedTokens,
    Corner corner) {
  /// Copies the list.
  public OtherChannels {
    leveragedTokens = List.copyOf(leveragedTokens);
  }

  /// Customers who leave as the price falls.
  ///
  /// @param claims that they can withdraw
  /// @param base part that leaves at the price as it stands, 0 to 1
  /// @param sensitivity further part by the time the price is 0
  /// @param sold part that is raised by selling the asset, 0 to 1
  public record Withdrawing(double claims, double base, double sensitivity, double sold) {
    private boolean isIdle() {
      return claims * sensitivity * sold == 0 || base >= 1;
    }

    private RunCoupling coupling() {
      return new RunCoupling(claims, base, sensitivity, sold);
    }

    /// Returns the part of `R`.
    ///
    /// @param moneyDepth log-depth times price; positive
    public double gain(double moneyDepth) {
      return isIdle() ? 0 : coupling().gain(moneyDepth);
    }

    private double forced(double part, double price) {
      return isIdle() || part >= 1
          ? 0
          : (coupling().withdrawn(1 - part) - base) * claims * sold / (part * price);
    }
  }

  /// A leveraged token.
  ///
  /// @param name of it
  /// @param leverage the multiple; at most 0 or at least 1
  /// @param netAssetValue in the book's currency
  public record Rebalanced(String name, double leverage, double netAssetValue) {
    private boolean isIdle() {
      return netAssetValue == 0 || leverage == 0 || leverage == 1;
    }

    /// Returns the part of `R`.
    ///
    /// @param moneyDepth log-depth times price; positive
    public double gain(double moneyDepth) {
      return isIdle()
          ? 0
          : SpiralGain.Part.leveragedToken(name, leverage, netAssetValue, moneyDepth).gain();
    }

    /// A long token sells at most what it holds.
    private double forced(double part, double price) {
      if (isIdle() || part >= 1) {
        return 0;
      }
      double units = netAssetValue / price;
      double sold = leverage * (leverage - 1) * units * (1 - part) / part;
      return leverage > 0 ? StrictMath.min(sold, leverage * units) : sold;
    }
  }

  /// Returns the channels that the book limits: where it leaves one without a limit, it tells too
  /// little to compute any of it, and what is left out can only add.
  static OtherChannels of(Book book, Asset asset, Corner corner) {
    Feedback told = asset.feedback();
    return new OtherChannels(
        TokenExposure.of(book, asset).filter(token -> Double.isFinite(token.gain(Corner.CAREFUL))),
        told.run()
            .filter(run -> Double.isFinite(withdrawing(book, run, Corner.CAREFUL).claims()))
            .filter(run -> run.sensitivity().value().high() != null)
            .map(run -> withdrawing(book, run, corner)),
        told.leveragedTokens().stream()
            .filter(token -> token.netAssetValue().value().high() != null)
            .map(token ->
                new Rebalanced(
                    token.name(),
                    token.leverage().doubleValue(),
                    corner.ofLessIsBetter(token.netAssetValue().value())))
            .toList(),
        corner);
  }

  private static Withdrawing withdrawing(Book book, Feedback.Run run, Corner corner) {
    return new Withdrawing(
        corner.ofLessIsBetter(Equity.of(book).claims()),
        corner.ofMoreIsBetter(run.base().value()),
        corner.ofLessIsBetter(run.sensitivity().value()),
        corner.ofLessIsBetter(run.sold().value()));
  }

  /// Returns the gain through loans with the gains through these added, since at one price all of
  /// them add.
  SpiralGain addedTo(SpiralGain loans, ExponentialImpact market) {
    double moneyDepth = market.price() * market.depth();
    List<SpiralGain.Part> parts = new ArrayList<>(loans.parts());
    ownToken.ifPresent(
        token -> parts.add(SpiralGain.Part.ownToken(token.asset(), token.gain(corner))));
    run.ifPresent(leaving ->
        parts.add(
            new SpiralGain.Part(SpiralGain.Channel.RUN, "customers", leaving.gain(moneyDepth))));
    leveragedTokens.forEach(token ->
        parts.add(
            new SpiralGain.Part(
                SpiralGain.Channel.LEVERAGED_TOKENS, token.name(), token.gain(moneyDepth))));
    return new SpiralGain(parts);
  }

  /// Returns the units sold, and for the own token those whose sale takes as much off the price,
  /// once the price has fallen to `part` of what it is.
  public double forced(double part, ExponentialImpact market) {
    double lost = ownToken.map(token -> token.lostPart(part, corner)).orElse(0.0);
    return -market.depth() * StrictMath.log1p(-lost)
        + run.map(leaving -> leaving.forced(part, market.price())).orElse(0.0)
        + leveragedTokens.stream().mapToDouble(token -> token.forced(part, market.price())).sum();
  }
}
