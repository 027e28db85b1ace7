package org.plimsoll.solvency.outlook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.survival.Debt;

/// The accounts that owe, as loans of the subject against what stands on them.
///
/// Accounts of one debtor, with the same assets on either side, the same exemption and debts that
/// are the same whole percent of their collateral are one. An account that owes in several assets
/// or against several is split in proportion to their values: then each pair has the account's own
/// ratio of debt to collateral.
final class MarginAccounts {
  private static final int PERCENT = 100;

  private final Book book;
  private final Roster roster;
  private final PositionTable table;
  private final List<Group> groups;

  /// @param signs which assets are owned and which are owed, in words
  private record Key(int debtor, boolean isExempt, String signs, long percent) {
    static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::debtor)
            .thenComparing(Key::isExempt)
            .thenComparing(Key::signs)
            .thenComparingLong(Key::percent);
  }

  /// @param units by asset: above 0 owned, below 0 owed
  private record Group(int debtor, boolean isExempt, SortedMap<Integer, Double> units) {}

  MarginAccounts(Book book, Roster roster, PositionTable table, End end) {
    this.book = book;
    this.roster = roster;
    this.table = table;
    this.groups = groups(end);
  }

  /// Whether the venue's rule that sells what has become too large a debt does not bind an account.
  static boolean isExempt(Account account) {
    return account.exemptions().contains(Account.Exemption.NO_LIQUIDATION)
        || account.exemptions().contains(Account.Exemption.NEGATIVE_ALLOWED);
  }

  private List<Group> groups(End end) {
    SortedMap<Key, SortedMap<Integer, Double>> sums = new TreeMap<>(Key.ORDER);
    for (Account account : Positions.accounts(book)) {
      SortedMap<Integer, Double> units = new TreeMap<>();
      for (Map.Entry<String, Figure> balance : account.exposure(book.currency()).entrySet()) {
        units.merge(
            table.asset(balance.getKey()), end.ofBad(balance.getValue().value()), Double::sum);
      }
      units.values().removeIf(quantity -> quantity == 0);
      if (units.values().stream().anyMatch(quantity -> quantity < 0)) {
        SortedMap<Integer, Double> sum =
            sums.computeIfAbsent(key(account, units), _ -> new TreeMap<>());
        units.forEach((asset, quantity) -> sum.merge(asset, quantity, Double::sum));
      }
    }
    List<Group> merged = new ArrayList<>();
    sums.forEach((key, units) -> merged.add(new Group(key.debtor(), key.isExempt(), units)));
    return merged;
  }

  private Key key(Account account, SortedMap<Integer, Double> units) {
    StringBuilder signs = new StringBuilder();
    units.forEach((asset, quantity) -> signs.append(quantity < 0 ? "-" : "+").append(asset));
    double owned = value(units, 1);
    double percent = owned > 0 ? PERCENT * value(units, -1) / owned : -1;
    return new Key(
        roster.debtor(account), isExempt(account), signs.toString(), StrictMath.round(percent));
  }

  /// The value of what has the given sign.
  private double value(SortedMap<Integer, Double> units, int sign) {
    double sum = 0;
    for (Map.Entry<Integer, Double> entry : units.entrySet()) {
      sum += StrictMath.max(0, sign * entry.getValue()) * table.price(entry.getKey());
    }
    return sum;
  }

  /// Enters all accounts.
  ///
  /// @param limits debt over collateral at which each asset is sold
  /// @param areExempt whether exemptions hold
  /// @param withdrawn the part of free value that is asked for every day
  void enter(double[] limits, boolean areExempt, double withdrawn) {
    double recovered = book.policies().accountRecovery().doubleValue();
    double[] owned = new double[limits.length];
    double[] free = new double[limits.length];
    for (Group group : groups) {
      double collateral = value(group.units(), 1);
      double debt = value(group.units(), -1);
      boolean isLeftAlone = areExempt && group.isExempt();
      if (isLeftAlone && debt > collateral) {
        writeOff(group.debtor(), recovered * (debt - collateral));
      } else {
        addCollateral(group, StrictMath.max(0, 1 - debt / collateral), owned, free);
        enterDebts(group, limits, isLeftAlone, recovered);
      }
    }
    for (int asset = 0; asset < limits.length; asset++) {
      back(asset, owned[asset], free[asset], withdrawn);
    }
  }

  private void addCollateral(Group group, double freePart, double[] owned, double[] free) {
    group
        .units()
        .forEach((asset, units) -> {
          if (units > 0) {
            owned[asset] += units;
            free[asset] += units * freePart;
            table.hold(group.debtor(), PositionTable.pledged(asset), units);
          }
        });
  }

  /// Gives the collateral of all accounts what there is behind it. Custody is there first for what
  /// can be asked for, deposits and free value; what is left of it stands behind the bound value,
  /// and what that lacks the subject owes without being asked for it.
  private void back(int asset, double owned, double free, double withdrawn) {
    double bound = owned - free;
    double spare = table.held(Roster.SUBJECT, asset) - table.owed(Roster.SUBJECT, asset) - free;
    double backed = table.take(Roster.SUBJECT, asset, StrictMath.clamp(spare, 0, bound));
    table.owe(Roster.CREDITORS, Roster.SUBJECT, asset, free, withdrawn);
    table.owe(Roster.CREDITORS, Roster.SUBJECT, asset, bound - backed, 0);
  }

  /// An account under water that nobody sells is worth what stands on it, which then is the
  /// subject's, and what is expected back.
  private void writeOff(int debtor, double recovered) {
    table.hold(debtor, PositionTable.MONEY, recovered);
    table.owe(Roster.SUBJECT, debtor, PositionTable.MONEY, recovered, 0);
  }

  private void enterDebts(Group group, double[] limits, boolean isLeftAlone, double recovered) {
    double collateral = value(group.units(), 1);
    double debt = value(group.units(), -1);
    for (Map.Entry<Integer, Double> owed : group.units().entrySet()) {
      if (owed.getValue() > 0) {
        continue;
      }
      int asset = owed.getKey();
      double units = -owed.getValue();
      table.hold(group.debtor(), asset, recovered * units);
      if (collateral == 0) {
        table.owe(Roster.SUBJECT, group.debtor(), asset, units, 0);
        continue;
      }
      double debtPart = units * table.price(asset) / debt;
      group
          .units()
          .forEach((pledge, quantity) -> {
            if (quantity > 0) {
              double part = quantity * table.price(pledge) / collateral;
              double trigger = isLeftAlone ? Double.POSITIVE_INFINITY : limits[pledge];
              table.owe(
                  new Debt(
                      Roster.SUBJECT,
                      group.debtor(),
                      asset,
                      units * part,
                      0,
                      0,
                      new Debt.Security(
                          PositionTable.pledged(pledge), quantity * debtPart, trigger, recovered)));
            }
          });
    }
  }
}
