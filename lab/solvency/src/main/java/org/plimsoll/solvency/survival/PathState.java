package org.plimsoll.solvency.survival;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Who holds and owes what on one path, and the few moves that change it.
///
/// The position of a party in an asset is what it holds, plus what living parties owe it, less what
/// it owes, so that equity is one sum over assets. Tables have a row for each asset: adding up
/// equities then runs along rows, several parties at once.
final class PathState {
  private static final double ROUNDING = 1e-9;
  private static final int MONEY = 0;

  final int assetCount;
  final int partyCount;
  final int debtCount;
  final double[] prices;
  final double[] principals;
  final double[] pledges;
  final boolean[] isLiving;
  final Debt[] debts;

  private final int[] owedAssets;
  private final double[][] holdings;
  private final double[][] pledged;
  private final double[][] positions;
  private final double[] equities;
  private final double[] depths;
  private final int[] sellingOrder;
  private final double[] firstPrices;
  private final double[][] firstHoldings;
  private final double[][] firstPledged;
  private final double[][] firstPositions;
  private final double[] firstPrincipals;
  private final double[] firstPledges;
  private final double[] slacks;

  PathState(CreditSystem system) {
    List<RiskyAsset> assets = system.assets();
    this.assetCount = assets.size();
    this.partyCount = system.parties().size();
    this.debtCount = system.debts().size();
    this.debts = system.debts().toArray(Debt[]::new);
    this.owedAssets = system.debts().stream().mapToInt(Debt::asset).toArray();
    this.depths = assets.stream().mapToDouble(RiskyAsset::depth).toArray();
    this.sellingOrder = sellingOrder(assets);
    this.firstPrices = assets.stream().mapToDouble(RiskyAsset::price).toArray();
    this.firstPrincipals = system.debts().stream().mapToDouble(Debt::principal).toArray();
    this.firstPledges =
        system.debts().stream().mapToDouble(debt -> debt.security().quantity()).toArray();
    this.firstHoldings = new double[assetCount][partyCount];
    this.firstPledged = new double[assetCount][partyCount];
    fillTables(system);
    this.firstPositions = new double[assetCount][partyCount];
    copy(firstHoldings, firstPositions);
    this.slacks = new double[partyCount];
    addDebts();
    this.prices = new double[assetCount];
    this.principals = new double[debtCount];
    this.pledges = new double[debtCount];
    this.isLiving = new boolean[partyCount];
    this.holdings = new double[assetCount][partyCount];
    this.pledged = new double[assetCount][partyCount];
    this.positions = new double[assetCount][partyCount];
    this.equities = new double[partyCount];
  }

  /// The deepest market first: who needs cash sells what moves least.
  private static int[] sellingOrder(List<RiskyAsset> assets) {
    return IntStream.range(1, assets.size())
        .boxed()
        .sorted((a, b) ->
            Double.compare(
                assets.get(b).depth() * assets.get(b).price(),
                assets.get(a).depth() * assets.get(a).price()))
        .mapToInt(asset -> asset)
        .toArray();
  }

  private void fillTables(CreditSystem system) {
    for (int party = 0; party < partyCount; party++) {
      for (int asset = 0; asset < assetCount; asset++) {
        firstHoldings[asset][party] = system.parties().get(party).holdings().get(asset);
      }
    }
    for (Debt debt : debts) {
      Debt.Security security = debt.security();
      firstPledged[security.asset()][debt.borrower()] += security.quantity();
    }
  }

  private void addDebts() {
    for (Debt debt : debts) {
      firstPositions[debt.asset()][debt.lender()] += debt.principal();
    }
    for (int asset = 0; asset < assetCount; asset++) {
      for (int party = 0; party < partyCount; party++) {
        slacks[party] += ROUNDING * firstPositions[asset][party] * firstPrices[asset];
      }
    }
    for (Debt debt : debts) {
      firstPositions[debt.asset()][debt.borrower()] -= debt.principal();
    }
  }

  /// How far below zero an equity may be by rounding alone: a billionth of what the party first
  /// held and was owed. A custodian that owes exactly what it holds is not insolvent.
  double slack(int party) {
    return slacks[party];
  }

  void reset() {
    copy(firstPrices, prices);
    copy(firstPrincipals, principals);
    copy(firstPledges, pledges);
    copy(firstHoldings, holdings);
    copy(firstPledged, pledged);
    copy(firstPositions, positions);
    Arrays.fill(isLiving, true);
  }

  private static void copy(double[][] from, double[][] to) {
    for (int asset = 0; asset < from.length; asset++) {
      copy(from[asset], to[asset]);
    }
  }

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  double money(int party) {
    return holdings[MONEY][party];
  }

  double holding(int asset, int party) {
    return holdings[asset][party];
  }

  /// What a party can hand over or sell; rounding may leave a pledge a hair above the holding.
  double free(int asset, int party) {
    return StrictMath.max(0, holdings[asset][party] - pledged[asset][party]);
  }

  /// The equities of all parties at the prices as they are, in an array that the next call reuses.
  double[] equities() {
    copy(positions[MONEY], equities);
    for (int asset = 1; asset < assetCount; asset++) {
      double price = prices[asset];
      double[] held = positions[asset];
      for (int party = 0; party < partyCount; party++) {
        equities[party] += price * held[party];
      }
    }
    return equities;
  }

  double equity(int party) {
    double sum = 0;
    for (int asset = 0; asset < assetCount; asset++) {
      sum += prices[asset] * positions[asset][party];
    }
    return sum;
  }

  /// What is left of a debt, in money.
  double owed(int debt) {
    return principals[debt] * prices[owedAssets[debt]];
  }

  /// Moves the price as the sale of `quantity` does and returns the average price it gets.
  double impact(int asset, double quantity) {
    double part = quantity / depths[asset];
    double average = part == 0 ? 1 : -StrictMath.expm1(-part) / part;
    double price = prices[asset] * average;
    prices[asset] *= StrictMath.exp(-part);
    return price;
  }

  /// Replaces units by money at `price`.
  void sell(int asset, int party, double quantity, double price) {
    holdings[asset][party] -= quantity;
    positions[asset][party] -= quantity;
    addMoney(party, quantity * price);
  }

  /// Sells free units, the deepest market first, until the party has `needed` money or nothing is
  /// left to sell.
  ///
  /// @return whether it has
  boolean raise(int party, double needed) {
    for (int asset : sellingOrder) {
      double missing = needed - money(party);
      if (missing <= 0) {
        return true;
      }
      double free = free(asset, party);
      double quantity = StrictMath.min(free, unitsFor(asset, missing));
      if (quantity > 0) {
        sell(asset, party, quantity, impact(asset, quantity));
      }
    }
    // The last sale aims at exactly what is missing and may miss it by rounding.
    return money(party) >= needed * (1 - 1e-12);
  }

  private double unitsFor(int asset, double money) {
    double depth = depths[asset];
    if (depth == Double.POSITIVE_INFINITY) {
      return money / prices[asset];
    }
    double part = money / (prices[asset] * depth);
    return part >= 1 ? Double.POSITIVE_INFINITY : -depth * StrictMath.log1p(-part);
  }

  /// Pays part of a debt in the asset owed. Neither side's position changes.
  void payInKind(int debt, double units) {
    Debt terms = debts[debt];
    double paid = StrictMath.min(units, principals[debt]);
    holdings[terms.asset()][terms.borrower()] -= paid;
    holdings[terms.asset()][terms.lender()] += paid;
    if (!isLiving[terms.borrower()]) {
      positions[terms.asset()][terms.lender()] += paid;
    }
    settle(debt, paid);
  }

  /// Pays part of a debt in money at the price of the asset owed.
  void payInMoney(int debt, double money) {
    Debt terms = debts[debt];
    double price = prices[terms.asset()];
    double units = StrictMath.min(principals[debt], money / price);
    addMoney(terms.borrower(), -money);
    addMoney(terms.lender(), money);
    positions[terms.asset()][terms.borrower()] += units;
    if (isLiving[terms.borrower()]) {
      positions[terms.asset()][terms.lender()] -= units;
    }
    settle(debt, units);
  }

  /// Gives up part of a debt.
  void forgive(int debt, double units) {
    Debt terms = debts[debt];
    positions[terms.asset()][terms.borrower()] += units;
    positions[terms.asset()][terms.lender()] -= units;
    settle(debt, units);
  }

  private void settle(int debt, double units) {
    principals[debt] = StrictMath.max(0, principals[debt] - units);
    if (principals[debt] == 0) {
      release(debt);
    }
  }

  /// Frees the collateral of a debt.
  void release(int debt) {
    Debt terms = debts[debt];
    pledged[terms.security().asset()][terms.borrower()] -= pledges[debt];
    pledges[debt] = 0;
  }

  /// Ends a party: what it still owes counts for nothing with who is owed.
  void bury(int party) {
    isLiving[party] = false;
    for (int debt = 0; debt < debtCount; debt++) {
      Debt terms = debts[debt];
      if (terms.borrower() == party) {
        positions[terms.asset()][terms.lender()] -= principals[debt];
      }
    }
  }

  private void addMoney(int party, double money) {
    holdings[MONEY][party] += money;
    positions[MONEY][party] += money;
  }
}
