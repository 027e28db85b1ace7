package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TokenCommand;

/// What the margin gate promises, tried on the slow twin: that the real venue does the same is a
/// law of its own.
final class CollateralLaws {
  private CollateralLaws() {}

  /// What an account has just been allowed to do leaves it with collateral, or no shorter of it
  /// than an exemption says that was told for it.
  static final class AcceptedOrders implements RunWatch {
    private List<Integer> accounts = List.of();
    private List<BigInteger> before = List.of();

    @Override
    public void before(Request request, LawRun run) {
      accounts =
          request.command() instanceof OrderCommand.AmendOrder
              ? List.of() // it cancels first, and what an order would have repaid may be needed
              : actingAccounts(request.command(), run.twin());
      before = accounts.stream().map(run.twin().gates()::shortfall).toList();
    }

    @Override
    public void after(Request request, LawRun run) {
      List<Event> events = run.twinEvents();
      boolean hasDueWork = events.stream().anyMatch(ClockEvent.DueWorkBegan.class::isInstance);
      boolean isAsked = isAccepted(events) && !hasDueWork;
      for (int i = 0; i < accounts.size() && isAsked; i++) {
        BigInteger after = run.twin().gates().shortfall(accounts.get(i));
        BrokenLaw.unless(
            after.add(forgiven(accounts.get(i), events)).compareTo(before.get(i)) >= 0,
            "free collateral fell from " + before.get(i) + " to " + after);
      }
    }
  }

  /// An account that the gate found sound is worth no less than nothing, whatever of its orders
  /// fills, until a mark moves or interest is charged; but for the fees of orders that rested,
  /// which nothing is reserved for ([org.plimsoll.venue.Rules#EXCHANGE_FEES]). This knows nothing
  /// of how the gate counts: it looks only at what the account owns and owes in the end.
  static final class UncoveredDebts implements RunWatch {
    private final SortedSet<Integer> sound = new TreeSet<>();
    private final SortedMap<Integer, BigInteger> fees = new TreeMap<>();
    private List<Integer> accounts = List.of();

    @Override
    public void before(Request request, LawRun run) {
      accounts = actingAccounts(request.command(), run.twin());
    }

    @Override
    public void after(Request request, LawRun run) {
      List<Event> events = run.twinEvents();
      if (bearsOthersLosses(events)
          || isCharged(events)
          || events.stream().anyMatch(PriceEvent.class::isInstance)) {
        sound.clear();
        fees.clear();
      }
      addMakerFees(events, run.twin(), fees);
      if (isAccepted(events)) {
        accounts.forEach(account -> follow(account, run.twin(), sound));
      }
      burners(events).forEach(account -> follow(account, run.twin(), sound));
      for (int each : sound) {
        BigInteger paid = fees.getOrDefault(each, BigInteger.ZERO);
        BrokenLaw.unless(
            run.twin().equity(each).add(paid).signum() >= 0,
            "account " + each + " owes more than it has");
      }
    }
  }

  /// Returns the accounts whose tokens were burned, which a privilege may have let through.
  private static List<Integer> burners(List<Event> events) {
    return events.stream()
        .filter(event -> event instanceof Event.TransferPosted e && e.cause() == Cause.BURN)
        .map(event -> ((Event.TransferPosted) event).from())
        .toList();
  }

  /// Adds what makers paid of each asset, at its mark.
  private static void addMakerFees(
      List<Event> events, NaiveVenue venue, SortedMap<Integer, BigInteger> fees) {
    int maker = 0;
    for (Event event : events) {
      if (event instanceof OrderEvent.TradeExecuted trade) {
        maker = trade.makerAccount();
      }
      if (event instanceof Event.TransferPosted e && e.cause() == Cause.MAKER_FEE) {
        BigInteger worth = venue.worth(e.asset(), BigInteger.valueOf(e.amount()));
        fees.merge(maker, worth, BigInteger::add);
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
    if (venue.gates().shortfall(account).signum() < 0) {
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

  /// Who pays for a loss of others out of his profits may be worth less than his debts, and a share
  /// of a handover is rounded against whoever takes it.
  private static boolean bearsOthersLosses(List<Event> events) {
    return events.stream()
        .anyMatch(event ->
            event instanceof Event.TransferPosted e
                && (e.cause() == Cause.SOCIALIZED_LOSS || e.cause() == Cause.HANDOVER));
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
          case TokenCommand.StakeToken c -> List.of(c.account());
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
