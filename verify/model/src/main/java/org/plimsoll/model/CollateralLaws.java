package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.QuoteCommand;
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
      List<Integer> accounts =
          request.command() instanceof OrderCommand.AmendOrder
              ? List.of() // it cancels first, and what an order would have repaid may be needed
              : actingAccounts(request.command(), venue);
      List<BigInteger> before = accounts.stream().map(venue::shortfall).toList();
      List<Event> events = venue.apply(request);
      boolean hasDueWork = events.stream().anyMatch(ClockEvent.DueWorkBegan.class::isInstance);
      boolean isAsked = isAccepted(events) && !hasDueWork;
      for (int i = 0; i < accounts.size() && isAsked; i++) {
        BigInteger after = venue.shortfall(accounts.get(i));
        BrokenLaw.unless(
            after.add(forgiven(accounts.get(i), events)).compareTo(before.get(i)) >= 0,
            "free collateral fell from " + before.get(i) + " to " + after);
      }
    }
  }

  /// An account that the gate found sound is worth no less than nothing, whatever of its orders
  /// fills, until a mark moves or interest is charged. This knows nothing of how the gate counts:
  /// it looks only at what the account owns and owes in the end.
  static void noFillLeavesAnUncoveredDebt(List<Request> history) {
    NaiveVenue venue = new NaiveVenue(VenueLaws.SIZES);
    SortedSet<Integer> sound = new TreeSet<>();
    for (Request request : history) {
      List<Integer> accounts = actingAccounts(request.command(), venue);
      List<Event> events = venue.apply(request);
      if (isCharged(events) || events.stream().anyMatch(PriceEvent.class::isInstance)) {
        sound.clear();
      }
      if (isAccepted(events)) {
        accounts.forEach(account -> follow(account, venue, sound));
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
        .filter(e -> e.account() == account && e.privilege() == Privilege.ALLOW_NEGATIVE)
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

  private static boolean isCharged(List<Event> events) {
    return events.stream()
        .anyMatch(
            event -> event instanceof Event.TransferPosted e && e.cause() == Cause.INTEREST_PAID);
  }

  private static boolean isAccepted(List<Event> events) {
    return events.stream().noneMatch(Event.CommandRefused.class::isInstance);
  }

  /// Returns the accounts that would pay by trading, withdrawing, moving or converting, or lend.
  private static List<Integer> actingAccounts(Command command, NaiveVenue venue) {
    List<Integer> accounts =
        switch (command) {
          case OrderCommand.PlaceLimitOrder c -> List.of(c.account());
          case OrderCommand.PlaceMarketOrder c -> List.of(c.account());
          case OrderCommand.AmendOrder c -> List.of(c.account());
          case CashCommand.WithdrawAsset c -> List.of(c.account());
          case CashCommand.MoveAsset c -> List.of(c.from());
          case LendingCommand.OfferLending c -> List.of(c.account());
          case LeveragedTokenCommand.CreateToken c -> List.of(c.account());
          case LeveragedTokenCommand.RedeemToken c -> List.of(c.account());
          case QuoteCommand.AcceptQuote c ->
              venue.quotes().open().stream()
                  .filter(q -> q.quote() == c.quote())
                  .flatMap(q -> Stream.of(q.account(), q.counterparty()))
                  .toList();
          default -> List.of();
        };
    int count = venue.state().assets.isEmpty() ? 0 : venue.state().accounts.size();
    return accounts.stream().filter(account -> account >= 0 && account < count).toList();
  }
}
