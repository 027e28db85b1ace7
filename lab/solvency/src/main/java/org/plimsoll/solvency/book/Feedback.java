package org.plimsoll.solvency.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What makes the price of an asset act on itself, beyond the loans that it secures.
///
/// What is empty is not told, and no model may fill it in.
///
/// @param ownToken how its market value follows the equity of its issuer
/// @param emission what is paid out and sold of it every day
/// @param run how its price drives customers away
/// @param leveragedTokens those that hold a multiple of it, wherever they are listed
public record Feedback(
    Optional<OwnToken> ownToken,
    Optional<Emission> emission,
    Optional<Run> run,
    List<LeveragedToken> leveragedTokens) {
  /// Nothing is told.
  public static final Feedback NONE =
      new Feedback(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /// Copies the list.
  public Feedback {
    leveragedTokens = List.copyOf(leveragedTokens);
  }

  /// A token that is worth `independentValue + perEquity * equity / supply`, and no less than the
  /// first where its issuer's equity is negative.
  ///
  /// @param supply tokens over which the value is spread
  /// @param independentValue of one token without its issuer, in the book's currency
  /// @param perEquity market value of all tokens for each unit of the issuer's equity
  public record OwnToken(Figure supply, Figure independentValue, Figure perEquity) {
    public OwnToken {
      supply = supply.asQuantity();
      independentValue = independentValue.asQuantity();
      perEquity = perEquity.asQuantity();
    }
  }

  /// A token that is paid out every day to people who sell it.
  ///
  /// @param perDay tokens paid out and sold in a day
  /// @param inflow money that comes in of itself in a day, in the book's currency
  /// @param supporter id of the party that holds the price up; its issuer where it is empty
  public record Emission(Figure perDay, Figure inflow, Optional<String> supporter) {
    public Emission {
      perDay = perDay.asQuantity();
      inflow = inflow.asQuantity();
    }
  }

  /// Withdrawals that rise as the price falls: `base + sensitivity * (1 - p/p0)` of what customers
  /// are owed.
  ///
  /// @param base part that leaves at the price as it stands, 0 to 1
  /// @param sensitivity further part that has left by the time the price is 0
  /// @param sold part of what leaves that is raised by selling this asset, 0 to 1
  public record Run(Figure base, Figure sensitivity, Figure sold) {
    public Run {
      base = base.asShare();
      sensitivity = sensitivity.asQuantity();
      sold = sold.asShare();
    }
  }

  /// A token that is rebalanced to hold a multiple of the asset.
  ///
  /// @param name unique for the asset
  /// @param leverage the multiple; at most 0 or at least 1
  /// @param netAssetValue of all of them, in the book's currency
  public record LeveragedToken(String name, BigDecimal leverage, Figure netAssetValue) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if the leverage lies between 0 and 1: such a token sells
    ///   when the price rises
    public LeveragedToken {
      leverage = Decimals.canonical(leverage);
      if (leverage.signum() > 0 && leverage.compareTo(BigDecimal.ONE) < 0) {
        throw new IllegalArgumentException("leverage " + leverage + " is between 0 and 1");
      }
      netAssetValue = netAssetValue.asQuantity();
    }
  }
}
