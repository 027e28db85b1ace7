package org.plimsoll.solvency.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.policy.CollateralRules.Level;

/// Who is sold out once prices have fallen, and what that leaves unpaid, at the careful end of
/// every range.
///
/// All borrowers below maintenance at the prices of a round are hit together and sell all that
/// secures their debts, which is what of it is within the caps before the fall; each asset's
/// proceeds of the round are shared by quantity, and the next round begins at the prices that the
/// sales have left. With one collateral, whose market is exponential, this is
/// [org.plimsoll.solvency.cascade.ThresholdCascade]. What a borrower owes in coins is bought back
/// at the price of the round, without moving it. The depth of a market is a number of units and
/// stays what it is when the price falls.
///
/// @param borrowers how many owe something
/// @param soldOut how many were sold out
/// @param rounds until nobody else was hit
/// @param badDebt what the sales did not repay
/// @param spared what those owe beyond their collateral, at the last prices, whom nobody sells out
/// @param prices the last of each asset that was sold
public record SellOut(
    int borrowers,
    int soldOut,
    int rounds,
    double badDebt,
    double spared,
    SortedMap<String, Double> prices) {
  /// Takes a copy.
  public SellOut {
    prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
  }

  /// Returns what a fall of prices sets off.
  ///
  /// @param ruled the book before it, under its rules
  /// @param after the same book with the prices and the markets after it
  /// @param days the horizon within which collateral must be sold; positive
  public static SellOut of(Book ruled, Book after, double days) {
    return new Walk(ruled, after, days).run();
  }

  private static final class Walk {
    private final String money;
    private final CollateralRules rules;
    private final List<Borrower> waiting;
    private final int borrowers;
    private final SortedMap<String, Double> factors = new TreeMap<>();
    private final SortedMap<String, Double> dearest = new TreeMap<>();
    private final SortedMap<String, Outlet> outlets = new TreeMap<>();
    private final SortedMap<String, Double> within = new TreeMap<>();
    private final SortedMap<String, Double> sold = new TreeMap<>();
    private double badDebt;
    private int hit;

    Walk(Book ruled, Book after, double days) {
      this.money = ruled.currency();
      this.rules = new CollateralRules(ruled);
      this.waiting = new ArrayList<>(Borrower.of(ruled));
      this.borrowers = waiting.size();
      Prices before = new Prices(ruled);
      Prices now = new Prices(after);
      SortedMap<String, Double> pledged = pledged();
      for (Asset asset : ruled.assets()) {
        open(asset, pledged.getOrDefault(asset.id(), 0.0), before, now, after, days);
      }
    }

    private SortedMap<String, Double> pledged() {
      SortedMap<String, Double> pledged = new TreeMap<>();
      for (Borrower borrower : waiting) {
        borrower
            .held()
            .forEach((asset, units) ->
                pledged.merge(asset, Corner.CAREFUL.ofMoreIsBetter(units), Double::sum));
      }
      return pledged;
    }

    private void open(
        Asset asset, double pledged, Prices before, Prices now, Book after, double days) {
      String id = asset.id();
      double mark = Corner.CAREFUL.ofMoreIsBetter(before.of(id));
      double left = Corner.CAREFUL.ofMoreIsBetter(now.of(id));
      factors.put(id, mark > 0 ? left / mark : 0);
      dearest.put(id, Corner.CAREFUL.ofLessIsBetter(now.of(id)));
      Optional<Market> market =
          after.markets().stream().filter(each -> each.asset().equals(id)).findFirst();
      List<Outlet> all =
          id.equals(money)
              ? List.of(new Outlet.AtMark(1))
              : Outlet.of(asset, market, before.of(id), days);
      outlets.put(id, Outlet.worst(all, pledged));
      within.put(id, rules.withinCap(id, pledged * mark));
    }

    SellOut run() {
      int rounds = 0;
      for (List<Borrower> below = below(); !below.isEmpty(); below = below()) {
        rounds++;
        sell(below);
        waiting.removeAll(below);
        hit += below.size();
      }
      double spared = 0;
      for (Borrower borrower : waiting) {
        spared += StrictMath.max(0, owed(borrower) - held(borrower));
      }
      SortedMap<String, Double> last = new TreeMap<>();
      sold.keySet().forEach(asset -> last.put(asset, price(asset)));
      return new SellOut(borrowers, hit, rounds, badDebt, spared, last);
    }

    private List<Borrower> below() {
      return waiting.stream().filter(each -> !each.isSpared() && isBelow(each)).toList();
    }

    private boolean isBelow(Borrower borrower) {
      if (borrower.limit().isPresent()) {
        return owed(borrower) > borrower.limit().get().doubleValue() * held(borrower);
      }
      double required = 0;
      for (Map.Entry<String, Interval> debt : borrower.owed().entrySet()) {
        double units = Corner.CAREFUL.ofLessIsBetter(debt.getValue());
        required +=
            value(units, dearest(debt.getKey()))
                * rules.required(debt.getKey(), units, Level.MAINTENANCE);
      }
      double counted = 0;
      for (Map.Entry<String, Interval> held : borrower.held().entrySet()) {
        String asset = held.getKey();
        double all = Corner.CAREFUL.ofMoreIsBetter(held.getValue());
        counted += units(held) * price(asset) * rules.counted(asset, all, Level.MAINTENANCE);
      }
      return counted < required;
    }

    private void sell(List<Borrower> below) {
      SortedMap<String, Double> units = new TreeMap<>();
      for (Borrower borrower : below) {
        for (Map.Entry<String, Interval> held : borrower.held().entrySet()) {
          units.merge(held.getKey(), units(held), Double::sum);
        }
      }
      SortedMap<String, Double> averages = new TreeMap<>();
      units.forEach((asset, quantity) -> averages.put(asset, average(asset, quantity)));
      double[] debts = below.stream().mapToDouble(this::owed).toArray();
      units.forEach((asset, quantity) -> sold.merge(asset, quantity, Double::sum));
      for (int i = 0; i < debts.length; i++) {
        double proceeds = 0;
        for (Map.Entry<String, Interval> held : below.get(i).held().entrySet()) {
          proceeds += units(held) * averages.getOrDefault(held.getKey(), 0.0);
        }
        badDebt += StrictMath.max(0, debts[i] - proceeds);
      }
    }

    private double average(String asset, double quantity) {
      double before = sold.getOrDefault(asset, 0.0);
      Outlet outlet = outlet(asset);
      double proceeds = outlet.proceeds(before + quantity) - outlet.proceeds(before);
      return quantity == 0 ? 0 : factors.getOrDefault(asset, 0.0) * proceeds / quantity;
    }

    private double price(String asset) {
      return factors.getOrDefault(asset, 0.0)
          * outlet(asset).priceAfter(sold.getOrDefault(asset, 0.0));
    }

    private double dearest(String asset) {
      return dearest.getOrDefault(asset, 0.0);
    }

    private double owed(Borrower borrower) {
      double owed = 0;
      for (Map.Entry<String, Interval> debt : borrower.owed().entrySet()) {
        owed += value(Corner.CAREFUL.ofLessIsBetter(debt.getValue()), dearest(debt.getKey()));
      }
      return owed;
    }

    private double held(Borrower borrower) {
      double held = 0;
      for (Map.Entry<String, Interval> each : borrower.held().entrySet()) {
        held += units(each) * price(each.getKey());
      }
      return held;
    }

    /// What of a holding is within the cap of its asset, and so stands for the debt.
    private double units(Map.Entry<String, Interval> held) {
      return Corner.CAREFUL.ofMoreIsBetter(held.getValue())
          * within.getOrDefault(held.getKey(), 1.0);
    }

    private Outlet outlet(String asset) {
      return outlets.getOrDefault(asset, new Outlet.Closed(0));
    }

    /// Nothing of what has no limit is nothing.
    private static double value(double units, double price) {
      return units == 0 || price == 0 ? 0 : units * price;
    }
  }
}
