package org.plimsoll.solvency.survival;

import java.util.Arrays;

/// What a day's prices and due dates do to the parties, round by round until nothing happens.
///
/// In a round, first every loan above its trigger has its collateral sold, all of one asset
/// together at one average price; then what is due is paid; then who is insolvent is looked for.
/// Who failed in the round is wound up before the next. Each round ends a loan's collateral, a
/// payment or a party, so the rounds end.
final class Settlement {
  /// A share of all debts that falls short of one by rounding only.
  private static final double IN_FULL = 1 - 1e-9;

  private final PathState state;
  private final PathTally tally;
  private final DebtCalendar calendar;
  private final int[] outsideDays;
  private final boolean[] isClosedWhenInsolvent;
  private final double[] triggers;
  private final int[] pledgedAssets;
  private final double[] dueUnits;
  private final boolean[] isSeized;
  private final boolean[] isFailing;
  private final double[] seizedUnits;
  private final double[] seizedPrices;
  private int day;
  private int failures;
  private int firstOutsideDay;
  private boolean isAnythingDue;
  private boolean isAnyFailing;

  Settlement(CreditSystem system, PathState state, PathTally tally, int[] outsideDays) {
    this.state = state;
    this.tally = tally;
    this.calendar = new DebtCalendar(system.debts());
    this.outsideDays = outsideDays;
    this.isClosedWhenInsolvent = new boolean[state.partyCount];
    for (int party = 0; party < state.partyCount; party++) {
      isClosedWhenInsolvent[party] = system.parties().get(party).isClosedWhenInsolvent();
    }
    this.triggers = system.debts().stream().mapToDouble(d -> d.security().trigger()).toArray();
    this.pledgedAssets = system.debts().stream().mapToInt(d -> d.security().asset()).toArray();
    this.dueUnits = new double[state.debtCount];
    this.isSeized = new boolean[state.debtCount];
    this.isFailing = new boolean[state.partyCount];
    this.seizedUnits = new double[state.assetCount];
    this.seizedPrices = new double[state.assetCount];
  }

  /// Starts a path whose outside days are drawn.
  void reset() {
    Arrays.fill(dueUnits, 0);
    failures = 0;
    firstOutsideDay = Integer.MAX_VALUE;
    for (int outsideDay : outsideDays) {
      firstOutsideDay = StrictMath.min(firstOutsideDay, outsideDay);
    }
  }

  void run(int today) {
    day = today;
    collectDue();
    failOutside();
    boolean isSettled = false;
    while (!isSettled) {
      boolean isSold = sellTriggered();
      payDue();
      lookForInsolvent();
      isSettled = !windUpFailing() && !isSold;
    }
    if (failures > 0) {
      shareOutEstates();
    }
  }

  private void collectDue() {
    isAnythingDue = false;
    for (int debt : calendar.called()) {
      fallDue(debt, state.debts[debt].called());
    }
    for (int debt : calendar.dueOn(day)) {
      fallDue(debt, 1);
    }
  }

  private void fallDue(int debt, double share) {
    if (state.isLiving[state.debts[debt].borrower()]) {
      dueUnits[debt] = share * state.principals[debt];
      isAnythingDue |= dueUnits[debt] > 0;
    }
  }

  private void failOutside() {
    if (day < firstOutsideDay) {
      return;
    }
    for (int party = 0; party < state.partyCount; party++) {
      if (outsideDays[party] == day && state.isLiving[party]) {
        fail(party);
      }
    }
  }

  private boolean sellTriggered() {
    boolean any = false;
    for (int debt : calendar.secured()) {
      double collateral = state.pledges[debt] * state.prices[pledgedAssets[debt]];
      if (state.owed(debt) > triggers[debt] * collateral && state.pledges[debt] > 0) {
        isSeized[debt] = true;
        any = true;
      }
    }
    if (any) {
      sellSeized();
    }
    return any;
  }

  /// Sells the collateral of the marked debts, one block for each asset.
  private void sellSeized() {
    Arrays.fill(seizedUnits, 0);
    for (int debt = 0; debt < state.debtCount; debt++) {
      if (isSeized[debt]) {
        seizedUnits[state.debts[debt].security().asset()] += state.pledges[debt];
      }
    }
    for (int asset = 0; asset < state.assetCount; asset++) {
      seizedPrices[asset] = seizedUnits[asset] > 0 ? state.impact(asset, seizedUnits[asset]) : 0;
    }
    for (int debt = 0; debt < state.debtCount; debt++) {
      if (isSeized[debt]) {
        isSeized[debt] = false;
        applySale(debt);
      }
    }
  }

  private void applySale(int debt) {
    Debt terms = state.debts[debt];
    Debt.Security security = terms.security();
    double units = state.pledges[debt];
    double price = seizedPrices[security.asset()];
    state.release(debt);
    state.sell(security.asset(), terms.borrower(), units, price);
    state.payInMoney(debt, StrictMath.min(units * price, state.owed(debt)));
    state.forgive(debt, (1 - security.recourse()) * state.principals[debt]);
    dueUnits[debt] = state.principals[debt];
    isAnythingDue |= dueUnits[debt] > 0;
  }

  private void payDue() {
    if (!isAnythingDue) {
      return;
    }
    isAnythingDue = false;
    for (int debt = 0; debt < state.debtCount; debt++) {
      double due = StrictMath.min(dueUnits[debt], state.principals[debt]);
      dueUnits[debt] = 0;
      if (due > 0) {
        pay(debt, due);
      }
    }
  }

  /// Pays in kind as far as the borrower has it, the rest in money.
  private void pay(int debt, double units) {
    Debt terms = state.debts[debt];
    int borrower = terms.borrower();
    if (isFailing[borrower] || !state.isLiving[borrower]) {
      return;
    }
    double inKind = StrictMath.min(units, state.free(terms.asset(), borrower));
    if (inKind > 0 && terms.asset() > 0) {
      state.payInKind(debt, inKind);
      units -= inKind;
    }
    double money = units * state.prices[terms.asset()];
    if (!state.raise(borrower, money)) {
      fail(borrower);
      tally.unableToPay(borrower, day);
    } else {
      state.payInMoney(debt, StrictMath.min(money, state.money(borrower)));
    }
  }

  private void lookForInsolvent() {
    double[] equities = state.equities();
    for (int party = 0; party < state.partyCount; party++) {
      if (equities[party] < -state.slack(party) && state.isLiving[party]) {
        tally.insolvent(party, day);
        if (isClosedWhenInsolvent[party]) {
          fail(party);
        }
      }
    }
  }

  private void fail(int party) {
    isFailing[party] = true;
    isAnyFailing = true;
  }

  /// Winds up who failed in this round, and returns whether anybody did.
  private boolean windUpFailing() {
    if (!isAnyFailing) {
      return false;
    }
    isAnyFailing = false;
    boolean areFirst = failures == 0;
    for (int party = 0; party < state.partyCount; party++) {
      if (isFailing[party]) {
        failures++;
        tally.failed(party, day, areFirst);
        isFailing[party] = false;
        windUp(party);
      }
    }
    return true;
  }

  /// All debts fall due: collateral is sold, assets owed are handed over, the rest is sold and
  /// shared by claim.
  private void windUp(int party) {
    for (int debt = 0; debt < state.debtCount; debt++) {
      isSeized[debt] = state.debts[debt].borrower() == party && state.pledges[debt] > 0;
    }
    sellSeized();
    for (int asset = 1; asset < state.assetCount; asset++) {
      shareInKind(party, asset);
    }
    for (int asset = 1; asset < state.assetCount; asset++) {
      double units = state.free(asset, party);
      if (units > 0) {
        state.sell(asset, party, units, state.impact(asset, units));
      }
    }
    if (state.equity(party) < -state.slack(party)) {
      tally.insolvent(party, day);
    }
    if (shareMoney(party) < IN_FULL) {
      tally.unableToPay(party, day);
    }
    state.bury(party);
  }

  private void shareInKind(int party, int asset) {
    double owed = 0;
    for (int debt = 0; debt < state.debtCount; debt++) {
      owed += isOwed(debt, party, asset) ? state.principals[debt] : 0;
    }
    double share = owed > 0 ? StrictMath.min(1, state.free(asset, party) / owed) : 0;
    for (int debt = 0; debt < state.debtCount && share > 0; debt++) {
      if (isOwed(debt, party, asset)) {
        state.payInKind(debt, share == 1 ? state.principals[debt] : share * state.principals[debt]);
      }
    }
  }

  private boolean isOwed(int debt, int party, int asset) {
    return state.debts[debt].borrower() == party && state.debts[debt].asset() == asset;
  }

  /// Pays all of a party's debts the same share and returns it.
  private double shareMoney(int party) {
    double owed = 0;
    for (int debt = 0; debt < state.debtCount; debt++) {
      owed += state.debts[debt].borrower() == party ? state.owed(debt) : 0;
    }
    double share = owed > 0 ? StrictMath.min(1, state.money(party) / owed) : 1;
    for (int debt = 0; debt < state.debtCount && owed > 0; debt++) {
      if (state.debts[debt].borrower() == party && state.principals[debt] > 0) {
        state.payInMoney(debt, share * state.owed(debt));
      }
    }
    return share;
  }

  /// What others have paid to those that failed goes on to who is owed by them.
  private void shareOutEstates() {
    for (int party = 0; party < state.partyCount; party++) {
      if (!state.isLiving[party] && state.money(party) > 0) {
        shareMoney(party);
      }
    }
  }
}
