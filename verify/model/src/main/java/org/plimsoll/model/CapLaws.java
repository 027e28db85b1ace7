package org.plimsoll.model;

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
  static void maintenanceMovesOnlyAsAnnounced(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    List<SetCollateral> before = new ArrayList<>();
    SortedMap<Integer, AnnounceWeight> announced = new TreeMap<>();
    SortedMap<Integer, Long> earliest = new TreeMap<>();
    for (Request request : history) {
      List<Event> events = live.apply(request);
      VenueView view = live.view();
      for (Event event : events) {
        switch (event) {
          case Event.CommandApplied(AnnounceWeight c) -> {
            announced.put(c.asset(), c);
            earliest.put(c.asset(), Math.max(c.startNs(), view.clockNs() + DAY));
          }
          case WeightMoved e -> {
            AnnounceWeight path =
                Optional.ofNullable(announced.get(e.asset()))
                    .orElseThrow(() -> new BrokenLaw("nobody announced " + e));
            checkStep(before.get(e.asset()), e, path);
            BrokenLaw.unless(
                view.clockNs() >= earliest.getOrDefault(e.asset(), Long.MAX_VALUE),
                "too early: " + e);
            earliest.put(e.asset(), view.clockNs() + DAY);
            before.set(e.asset(), view.collateral(e.asset()));
          }
          default -> {}
        }
      }
      compare(before, view);
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
          "maintenance changed from " + then + " to " + now);
    }
  }

  /// What accounts owe of an asset in all, with their orders filled, beyond its cap never grows,
  /// but by interest and losses on futures, or by privilege.
  static void nobodyBorrowsBeyondACap(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    List<Long> before = new ArrayList<>();
    NavigableSet<Integer> mayOwe = new TreeSet<>();
    for (Request request : history) {
      List<Event> events = live.apply(request);
      long charged = 0;
      for (Event event : events) {
        if (event instanceof Event.CommandApplied(ControlCommand.GrantPrivilege c)
            && c.privilege() == Privilege.ALLOW_NEGATIVE) {
          mayOwe.add(c.account());
        }
        boolean isCharge =
            event instanceof Event.TransferPosted e
                && (e.cause() == Cause.INTEREST_PAID
                    || e.cause() == Cause.SETTLEMENT
                    || e.cause() == Cause.FUNDING);
        charged += isCharge ? ((Event.TransferPosted) event).amount() : 0;
      }
      VenueView view = live.view();
      for (int asset = 0; asset < view.assetCount(); asset++) {
        if (asset == before.size()) {
          before.add(0L);
        }
        long owed = owed(view, asset, mayOwe);
        long most = Math.max(before.get(asset), view.borrowMax(asset));
        BrokenLaw.unless(
            owed <= most + charged, "owed " + owed + " of asset " + asset + ", cap " + most);
        before.set(asset, owed);
      }
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
