package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.CollateralEvent.WeightMoved;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.VenueView;

/// What limits on collateral must and must not do.
final class CapLaws {
  private static final long DAY = 86_400_000_000_000L;

  private CapLaws() {}

  /// No command changes what existing debts must keep: the terms of maintenance of an asset that
  /// has terms change only by an announced step, a day after it was announced and after the last
  /// one at the earliest, and no further than was said.
  static final class MaintenanceMoves implements RunWatch {
    private final List<SetCollateral> before = new ArrayList<>();
    private final SortedMap<Integer, AnnounceWeight> announced = new TreeMap<>();
    private final SortedMap<Integer, Long> earliest = new TreeMap<>();

    @Override
    public void after(Request request, LawRun run) {
      for (Event event : run.events()) {
        switch (event) {
          case Event.CommandApplied(AnnounceWeight c) -> {
            announced.put(c.asset(), c);
            earliest.put(c.asset(), Math.max(c.startNs(), run.view().clockNs() + DAY));
          }
          case WeightMoved e -> move(e, run.view());
          default -> {}
        }
      }
      compare(before, run.view());
    }

    private void move(WeightMoved e, VenueView view) {
      AnnounceWeight path =
          Optional.ofNullable(announced.get(e.asset()))
              .orElseThrow(() -> new BrokenLaw("nobody announced " + e));
      checkStep(before.get(e.asset()), e, path);
      BrokenLaw.unless(
          view.clockNs() >= earliest.getOrDefault(e.asset(), Long.MAX_VALUE), "too early: " + e);
      earliest.put(e.asset(), view.clockNs() + DAY);
      before.set(e.asset(), view.collateral(e.asset()));
    }
  }

  private static void checkStep(SetCollateral before, WeightMoved e, AnnounceWeight path) {
    long step = e.totalWeightE9() - before.totalWeightE9();
    long left = path.totalWeightE9() - e.totalWeightE9();
    boolean isTowardIt = Math.abs(left) + Math.abs(step) == Math.abs(left + step);
    BrokenLaw.unless(Math.abs(step) <= path.dailyMaxE9() && isTowardIt, "a step too far: " + e);
  }

  private static void compare(List<SetCollateral> before, VenueView view) {
    for (int asset = 0; asset < view.assetCount(); asset++) {
      SetCollateral now = view.collateral(asset);
      if (asset == before.size()) {
        before.add(now);
      }
      SetCollateral then = before.set(asset, now);
      boolean hadTerms = !then.equals(new SetCollateral(asset, 0, 0, 0));
      BrokenLaw.unless(
          !hadTerms
              || (then.totalWeightE9() == now.totalWeightE9()
                  && then.imfFactorE9() == now.imfFactorE9()),
          () -> "maintenance changed from " + then + " to " + now);
    }
  }

  /// What accounts have of an asset counts at the initial weight for no more than its cap in all,
  /// and of none for more than it has.
  static final class VenueCaps implements RunWatch {
    @Override
    public void after(Request request, LawRun run) {
      VenueView view = run.view();
      for (int asset = 0; asset < view.assetCount(); asset++) {
        BigInteger counted = BigInteger.ZERO;
        for (int account = 0; account < view.accounts().size(); account++) {
          counted = counted.add(BigInteger.valueOf(counted(view, account, asset)));
        }
        BrokenLaw.unless(
            counted.compareTo(BigInteger.valueOf(view.caps(asset).venueMax())) <= 0
                || view.caps(asset).venueMax() == Long.MAX_VALUE,
            "counts in all " + counted + " of asset " + asset);
      }
    }

    private static long counted(VenueView view, int account, int asset) {
      long each = view.counted(account, asset);
      BrokenLaw.unless(
          each >= 0 && each <= Math.max(0, view.balance(account, asset)),
          () -> "account " + account + " counts " + each + " of asset " + asset);
      return each;
    }
  }

  /// What accounts owe of an asset in all, with their orders filled, beyond its cap never grows,
  /// but by interest and losses on futures, or by privilege.
  static final class BorrowCaps implements RunWatch {
    private final List<Long> before = new ArrayList<>();
    private final NavigableSet<Integer> mayOwe = new TreeSet<>();

    @Override
    public void after(Request request, LawRun run) {
      long charged = 0;
      for (Event event : run.events()) {
        if (event instanceof Event.CommandApplied(ControlCommand.GrantPrivilege c)
            && c.privilege() == Privilege.ALLOW_NEGATIVE) {
          mayOwe.add(c.account());
        }
        charged += event instanceof Event.TransferPosted e && isCharge(e) ? e.amount() : 0;
      }
      for (int asset = 0; asset < run.view().assetCount(); asset++) {
        if (asset == before.size()) {
          before.add(0L);
        }
        long owed = owed(run.view(), asset, mayOwe);
        long most = Math.max(before.get(asset), run.view().caps(asset).borrowMax());
        BrokenLaw.unless(
            owed <= most + charged, "owed " + owed + " of asset " + asset + ", cap " + most);
        before.set(asset, owed);
      }
    }

    private static boolean isCharge(Event.TransferPosted e) {
      return e.cause() == Cause.INTEREST_PAID
          || e.cause() == Cause.SETTLEMENT
          || e.cause() == Cause.FUNDING;
    }
  }

  private static long owed(VenueView view, int asset, NavigableSet<Integer> mayOwe) {
    long owed = 0;
    for (int account = 0; account < view.accounts().size(); account++) {
      long left = view.balance(account, asset) - view.ordersWouldTake(account, asset);
      owed += mayOwe.contains(account) ? 0 : Math.max(0, -left);
    }
    return owed;
  }
}
