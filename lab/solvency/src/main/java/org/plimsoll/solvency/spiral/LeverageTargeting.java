package org.plimsoll.solvency.spiral;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// Borrowers who sell collateral after a shock until their loan-to-value ratio is what it was.
///
/// Each round all of them sell back to their ratios at the price of the moment, together and at one
/// average price, into an exponential market; the sale moves the price, and that forces the next
/// round. So neither the order of the borrowers matters nor whether one of them counts as two.
///
/// @param market before the shock
/// @param positions of the borrowers; at least one
public record LeverageTargeting(ExponentialImpact market, List<Position> positions) {
  private static final int ROUNDS_MAX = 100_000;
  private static final double NEGLIGIBLE = 1e-14;

  /// Takes a copy.
  ///
  /// @throws IllegalArgumentException if there is no position
  public LeverageTargeting {
    positions = List.copyOf(positions);
    Require.holds(!positions.isEmpty(), "number of positions", positions.size());
  }

  /// One borrower.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds of [Position]
  public LeverageTargeting(ExponentialImpact market, double quantity, double loanToValue) {
    this(market, List.of(new Position(quantity, loanToValue)));
  }

  /// What a borrower has pledged, and against how much.
  ///
  /// @param quantity units pledged; positive
  /// @param loanToValue before the shock and after every round; above 0 and below 1
  public record Position(double quantity, double loanToValue) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a figure is out of the bounds above
    public Position {
      Require.positive("quantity", quantity);
      Require.holds(loanToValue > 0 && loanToValue < 1, "loanToValue", loanToValue);
    }
  }

  /// The forced sales of one round.
  ///
  /// @param sold units, by all
  /// @param price that it left
  public record Round(double sold, double price) {}

  /// Where one borrower ended.
  ///
  /// @param sold units in all rounds
  /// @param debtLeft what is still owed; a loss where nothing is left to sell
  public record End(double sold, double debtLeft) {}

  /// Where the spiral ended.
  ///
  /// @param rounds in order
  /// @param price at the end
  /// @param ends one for each position, in their order
  public record Outcome(List<Round> rounds, double price, List<End> ends) {
    /// Copies the lists.
    public Outcome {
      rounds = List.copyOf(rounds);
      ends = List.copyOf(ends);
    }

    /// Returns the units that all sold.
    public double sold() {
      return ends.stream().mapToDouble(End::sold).sum();
    }

    /// Returns what all still owe.
    public double debtLeft() {
      return ends.stream().mapToDouble(End::debtLeft).sum();
    }
  }

  /// Returns the units that all have pledged.
  public double pledged() {
    return positions.stream().mapToDouble(Position::quantity).sum();
  }

  /// Returns the local gain, a part for each position.
  public SpiralGain gain() {
    List<SpiralGain.Part> parts = new ArrayList<>();
    for (Position each : positions) {
      String name = "borrower " + (parts.size() + 1);
      parts.add(
          SpiralGain.Part.borrower(name, each.quantity(), each.loanToValue(), market.depth()));
    }
    return new SpiralGain(parts);
  }

  /// Returns where a fall of `shock`, from 0 to below 1, ends.
  ///
  /// @throws IllegalArgumentException if `shock` is out of bounds
  public Outcome after(double shock) {
    double price = market.price() * (1 - Require.fraction("shock", shock));
    List<Borrower> borrowers =
        positions.stream().map(each -> new Borrower(each, market.price())).toList();
    double negligible = NEGLIGIBLE * pledged();
    List<Round> rounds = new ArrayList<>();
    while (rounds.size() < ROUNDS_MAX) {
      double now = 0;
      for (Borrower each : borrowers) {
        now += each.decide(price);
      }
      if (now <= negligible) {
        break;
      }
      ExponentialImpact at = new ExponentialImpact(price, market.depth());
      for (Borrower each : borrowers) {
        each.sell(now, at.proceeds(now));
      }
      price = at.priceAfter(now);
      rounds.add(new Round(now, price));
    }
    return new Outcome(rounds, price, borrowers.stream().map(Borrower::end).toList());
  }

  /// A borrower between two rounds.
  private static final class Borrower {
    private final Position position;
    private double debt;
    private double sold;
    private double selling;

    Borrower(Position position, double price) {
      this.position = position;
      this.debt = position.loanToValue() * price * position.quantity();
    }

    /// Decides how much to sell at `price`, at most what is left.
    double decide(double price) {
      double ratio = position.loanToValue();
      double left = position.quantity() - sold;
      double needed = (debt - ratio * price * left) / (price * (1 - ratio));
      selling = StrictMath.max(0, StrictMath.min(left, needed));
      return selling;
    }

    /// Sells, for a share in what the sale of all brings.
    void sell(double total, double proceeds) {
      debt -= proceeds * (selling / total);
      sold += selling;
    }

    End end() {
      return new End(sold, debt);
    }
  }
}
