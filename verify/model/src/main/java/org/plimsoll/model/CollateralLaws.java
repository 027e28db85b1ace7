package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Request;

/// What the margin gate promises, tried on the slow twin: that the real venue does the same is a
/// law of its own.
final class CollateralLaws {
  private CollateralLaws() {}

  /// What an account has just been allowed to do leaves it with collateral, or no shorter of it
  /// than an exemption says that was told for it.
  static void acceptedOrdersKeepCollateral(List<Request> history) {
    NaiveVenue venue = new NaiveVenue(VenueLaws.SIZES);
    for (Request request : history) {
      int account = actingAccount(request.command(), venue);
      BigInteger before = account < 0 ? BigInteger.ZERO : venue.shortfall(account);
      List<Event> events = venue.apply(request);
      if (account >= 0 && isAccepted(events)) {
        BrokenLaw.unless(
            venue.shortfall(account).add(forgiven(account, events)).compareTo(before) >= 0,
            "free collateral fell from " + before + " to " + venue.shortfall(account));
      }
    }
  }

  /// An account that the gate found sound is worth no less than nothing, whatever of its orders
  /// fills, until a mark moves. This knows nothing of how the gate counts: it looks only at what
  /// the account owns and owes in the end.
  static void noFillLeavesAnUncoveredDebt(List<Request> history) {
    NaiveVenue venue = new NaiveVenue(VenueLaws.SIZES);
    SortedSet<Integer> sound = new TreeSet<>();
    for (Request request : history) {
      int account = actingAccount(request.command(), venue);
      List<Event> events = venue.apply(request);
      if (events.stream().anyMatch(PriceEvent.MarkPriceSet.class::isInstance)) {
        sound.clear();
      }
      if (account >= 0 && isAccepted(events)) {
        follow(account, venue, sound);
      }
      for (int each : sound) {
        BrokenLaw.unless(
            venue.equity(each).signum() >= 0, "account " + each + " owes more than it has");
      }
    }
  }

  private static BigInteger forgiven(int account, List<Event> events) {
    return events.stream()
        .filter(ControlEvent.ExemptionUsed.class::isInstance)
        .map(ControlEvent.ExemptionUsed.class::cast)
        .filter(e -> e.account() == account)
        .map(e -> BigInteger.valueOf(e.amount()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static void follow(int account, NaiveVenue venue, SortedSet<Integer> sound) {
    if (venue.shortfall(account).signum() < 0) {
      sound.remove(account);
    } else {
      sound.add(account);
    }
  }

  private static boolean isAccepted(List<Event> events) {
    return events.stream().noneMatch(Event.CommandRefused.class::isInstance);
  }

  /// Returns the account that asks to trade, withdraw or move, or -1.
  private static int actingAccount(Command command, NaiveVenue venue) {
    int account =
        switch (command) {
          case OrderCommand.PlaceLimitOrder c -> c.account();
          case OrderCommand.PlaceMarketOrder c -> c.account();
          case CashCommand.WithdrawAsset c -> c.account();
          case CashCommand.MoveAsset c -> c.from();
          default -> -1;
        };
    boolean isKnown = account < venue.state().accounts.size() && !venue.state().assets.isEmpty();
    return isKnown ? account : -1;
  }
}
