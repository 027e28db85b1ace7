package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.results.Ratio;

/// What commingling takes from the claimants of one asset and gives to those of another.
///
/// Under segregation an asset answers for the claims on it alone; under commingling everything on
/// hand answers for everything owed to accounts. The transfers and the change of the surplus sum to
/// zero, exactly.
///
/// @param transfers one for each asset in which something is owed, in the order of the book
/// @param surplusChange what the subject keeps beyond its accounts' claims under commingling, less
///   the same under segregation; in the book's currency, never positive
public record Commingling(List<Transfer> transfers, Ratio surplusChange) {
  /// What the claimants of one asset receive, in the book's currency.
  ///
  /// @param asset the id of the asset owed
  /// @param segregated what they receive if the asset answers for their claims alone
  /// @param commingled what they receive if everything answers for every claim
  public record Transfer(String asset, Ratio segregated, Ratio commingled) {
    /// Returns what commingling gives them; below zero, what it takes.
    public Ratio gain() {
      return commingled.minus(segregated);
    }
  }

  /// Returns the transfers, or empty where a range or nothing owed leaves them undetermined.
  static Optional<Commingling> of(List<AssetRow> rows) {
    boolean exact =
        rows.stream()
            .allMatch(
                row -> row.price().isExact() && row.onHand().isExact() && row.owedTo().isExact());
    if (!exact) {
      return Optional.empty();
    }
    List<Claim> claims = rows.stream().map(Claim::of).toList();
    BigDecimal held = sum(claims, Claim::held);
    BigDecimal owed = sum(claims, Claim::owed);
    if (owed.signum() == 0) {
      return Optional.empty();
    }
    Ratio recovery = Ratio.of(held, owed).min(Ratio.ONE);
    List<Transfer> transfers =
        claims.stream()
            .filter(claim -> claim.owed().signum() > 0)
            .map(claim -> claim.transfer(recovery))
            .toList();
    BigDecimal keptApart = held.subtract(sum(claims, Claim::coveredApart));
    BigDecimal keptTogether = held.subtract(owed).max(BigDecimal.ZERO);
    return Optional.of(new Commingling(transfers, Ratio.of(keptTogether.subtract(keptApart))));
  }

  private static BigDecimal sum(List<Claim> claims, Function<Claim, BigDecimal> part) {
    return claims.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// The value of one asset on hand and owed.
  private record Claim(String asset, BigDecimal held, BigDecimal owed) {
    static Claim of(AssetRow row) {
      BigDecimal price = Bounds.onlyValue(row.price());
      return new Claim(
          row.asset(),
          price.multiply(Bounds.onlyValue(row.onHand())),
          price.multiply(Bounds.onlyValue(row.owedTo())));
    }

    BigDecimal coveredApart() {
      return held.min(owed);
    }

    Transfer transfer(Ratio recovery) {
      return new Transfer(asset, Ratio.of(coveredApart()), Ratio.of(owed).times(recovery));
    }
  }
}
