package org.plimsoll.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.Request;

/// Draws the next command for a venue by looking at its slow twin: mostly what a customer might
/// send, often at an edge, and now and then nonsense.
///
/// Each history first builds a venue of its own (decimals, bounds, prices, terms, who lends) and
/// then trades on it with weights of its own, so that some leave out whole kinds of commands.
public final class CommandGen {
  private static final int KINDS = 23;
  private static final int OFTEN = 12;

  private final NaiveVenue twin;
  private final SplittableRandom kinds;
  private final SplittableRandom clients;
  private final GenNumbers numbers;
  private final GenOrders orders;
  private final GenCash cash;
  private final GenControl control;
  private final GenQuotes quotes;
  private final GenLiquidation liquidation;
  private final GenPrices prices;
  private final GenTokens tokens;
  private final GenCollateral collateral;
  private final GenFunds funds;
  private final Deque<Command> opening;
  private final GenStorm storm;
  private final Optional<GenWeather> weather;
  private final int firstClient;
  private final int storms;
  private final int[] weights = new int[KINDS];
  private final List<Long> sequences = new ArrayList<>(List.of(0L, 0L, 0L, 0L));

  /// Creates a generator whose every draw follows from `seeds`.
  ///
  /// @param twin the venue that the commands go to; it must be fed each of them through [#next]
  public CommandGen(Seeds seeds, NaiveVenue twin) {
    this(seeds, twin, 0, Optional.empty());
  }

  /// Creates one for a venue to which another party sends in the name of the clients below
  /// `firstClient`, under a weather.
  public CommandGen(Seeds seeds, NaiveVenue twin, int firstClient, Weather weather) {
    this(seeds, twin, firstClient, Optional.of(weather));
  }

  private CommandGen(Seeds seeds, NaiveVenue twin, int firstClient, Optional<Weather> weather) {
    this.twin = twin;
    this.firstClient = firstClient;
    this.kinds = seeds.stream("kinds");
    this.clients = seeds.stream("clients");
    this.numbers = new GenNumbers(seeds.stream("numbers"), twin);
    this.orders = new GenOrders(kinds, numbers, twin.state());
    this.cash = new GenCash(seeds.stream("cash"), twin, numbers);
    this.control = new GenControl(seeds.stream("control"), numbers);
    this.quotes = new GenQuotes(seeds.stream("quotes"), twin, numbers);
    this.liquidation = new GenLiquidation(seeds.stream("liquidation"), twin.state(), numbers);
    this.storm = new GenStorm(seeds.stream("storms"), twin, numbers);
    this.weather =
        weather.map(w -> new GenWeather(seeds.stream("weather"), twin.state(), storm, w));
    this.storms = kinds.nextInt(3) == 0 ? 400 : 12;
    this.prices = new GenPrices(seeds.stream("prices"), numbers, twin.state());
    this.tokens = new GenTokens(seeds.stream("tokens"), twin, numbers);
    this.collateral = new GenCollateral(seeds.stream("collateral"), twin.state(), numbers);
    this.funds = new GenFunds(seeds.stream("funds"), numbers, twin);
    this.opening = new ArrayDeque<>(new GenVenue(seeds.stream("venue")).commands());
    for (int kind = 0; kind < KINDS; kind++) {
      weights[kind] = kinds.nextInt(4) == 0 ? 0 : 1 + kinds.nextInt(8);
    }
    weights[0] += 6;
  }

  /// A command and what the slow twin did with it.
  public record Step(Request request, List<Event> events) {}

  /// Draws a command and lets the twin apply it.
  public Step next() {
    Request request = draw();
    return new Step(request, twin.apply(request));
  }

  /// Draws a command. The later the twin is given it, the less the next ones know of it.
  public Request draw() {
    boolean nonsense = !opening.isEmpty() && kinds.nextInt(40) == 0;
    Command command = opening.isEmpty() || nonsense ? any() : opening.removeFirst();
    return send(opening.isEmpty() ? weather.map(w -> w.under(command)).orElse(command) : command);
  }

  private Request send(Command command) {
    int client = firstClient + clients.nextInt(sequences.size() - firstClient);
    int luck = opening.isEmpty() ? clients.nextInt(400) : 400;
    long last = sequences.get(client);
    long sequence =
        switch (luck) {
          case 0, 1, 2, 3, 4 -> last;
          case 5 -> last - 1;
          case 6 -> 0;
          case 7, 8 -> last + 1 + clients.nextInt(1_000);
          default -> last + 1;
        };
    sequences.set(client, Math.max(last, sequence));
    return switch (luck) {
      case 9 -> new Request(sequences.size(), sequence, command);
      case 10 -> new Request(clients.nextBoolean() ? -1 : Integer.MAX_VALUE, sequence, command);
      default -> new Request(client, sequence, command);
    };
  }

  private Command any() {
    Optional<Command> stormy =
        opening.isEmpty() && kinds.nextInt(4) > 0 ? storm.next() : Optional.empty();
    if (stormy.isPresent()) {
      return stormy.orElseThrow();
    }
    if (opening.isEmpty() && kinds.nextInt(weather.isPresent() ? OFTEN : storms) == 0) {
      beginStorm();
    }
    if (kinds.nextInt(30) == 0) {
      return liquidation.any();
    }
    if (opening.isEmpty() && kinds.nextInt(10) == 0) {
      return funds.any();
    }
    if (kinds.nextInt(12) == 0) {
      return definition(kinds.nextInt(17));
    }
    if (kinds.nextInt(20) == 0) {
      return orders.terms();
    }
    if (kinds.nextInt(18) == 0) {
      return prices.any();
    }
    if (kinds.nextInt(12) == 0) {
      return orders.trigger(numbers.account());
    }
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int ticket = kinds.nextInt(total);
    int kind = 0;
    while (ticket >= weights[kind]) {
      ticket -= weights[kind++];
    }
    return daily(kind);
  }

  private void beginStorm() {
    if (weather.isPresent() && kinds.nextInt(3) > 0) {
      weather.orElseThrow().begin();
    } else {
      storm.begin();
    }
  }

  private Command daily(int kind) {
    int account = numbers.account();
    return switch (kind) {
      case 0, 1, 2 -> orders.limit(account);
      case 3 -> orders.market(account);
      case 4, 5 -> orders.change();
      case 6 -> deposit(account);
      case 7 -> {
        int asset = numbers.asset();
        yield new CashCommand.WithdrawAsset(
            account, asset, numbers.withdrawal(account, asset), numbers.custody());
      }
      case 8 -> {
        int asset = numbers.asset();
        yield new ClockCommand.PublishIndexPrice(asset, numbers.price(asset));
      }
      case 9, 10 -> offer(account);
      case 11, 12 -> new ClockCommand.AdvanceTime(numbers.timestamp(), kinds.nextLong());
      case 13 -> quotes.any();
      case 17, 18, 19 -> tokens.any();
      case 20, 21, 22 -> funds.any();
      default -> cash.any();
    };
  }

  private Command deposit(int anybody) {
    int asset = numbers.asset();
    int account = kinds.nextInt(4) == 0 ? numbers.lender(asset) : anybody;
    return new CashCommand.DepositAsset(
        account, asset, numbers.deposit(account, asset), numbers.custody());
  }

  private Command offer(int anybody) {
    int asset = numbers.asset();
    int account = kinds.nextInt(3) == 0 ? numbers.lender(asset) : anybody;
    return new LendingCommand.OfferLending(
        account, asset, numbers.offer(account, asset), numbers.lendingRate());
  }

  /// Opens an account, or renames one that is there already.
  private Command account(int number) {
    return number < twin.state().accounts.size()
        ? new AccountCommand.RenameAccount(number, "renamed")
        : new AccountCommand.OpenAccount(number, "new");
  }

  private Command definition(int kind) {
    NaiveState state = twin.state();
    return switch (kind) {
      case 0 ->
          new ListingCommand.DefineAsset(
              numbers.next(state.assets.size()),
              "NEW",
              (int) numbers.edge(9),
              numbers.edge(1_000_000_000_000_000_000L));
      case 1 -> collateral.terms();
      case 2 ->
          kinds.nextBoolean()
              ? account(numbers.next(state.accounts.size()))
              : new AccountCommand.OpenSubaccount(
                  numbers.next(state.accounts.size()), numbers.account(), "sub");
      case 3 ->
          new CashCommand.OpenCustody(
              numbers.next(state.custody.size()), CustodyKind.AFFILIATE, "elsewhere");
      case 4 ->
          new ListingCommand.ListMarket(
              numbers.next(state.markets.size()),
              "NEW/USD",
              numbers.asset(),
              kinds.nextInt(8) == 0 ? numbers.asset() : 0,
              numbers.edge(10_000_000_000L),
              numbers.edge(1_000_000));
      case 5 -> future(numbers.next(state.markets.size()));
      case 6 ->
          new AccountCommand.SetLeverage(
              numbers.account(),
              kinds.nextInt(4) == 0 ? (int) numbers.edge(state.leverage.max()) : level());
      case 7, 8 -> custodyPolicy();
      case 9 -> new LendingCommand.SetLendingTerms(numbers.edge(10_000_000));
      case 10 -> new ClockCommand.ActivateRules(kinds.nextInt(6) - 1);
      case 11, 12, 13 -> tokens.any();
      case 14 -> collateral.any();
      default -> control.any();
    };
  }

  private Command custodyPolicy() {
    return new LendingCommand.SetCustodyPolicy(
        switch (kinds.nextInt(6)) {
          case 0 -> CustodyPolicy.SEGREGATED;
          case 1, 2 -> CustodyPolicy.OPT_IN;
          default -> CustodyPolicy.COMMINGLED;
        });
  }

  private int level() {
    return 1 + kinds.nextInt(twin.state().leverage.max());
  }

  /// A future whose largest position is worth something in between, or an edge.
  private Command future(int market) {
    return new ListingCommand.ListFuture(
        market,
        "NEW-PERP",
        numbers.asset(),
        numbers.edge(10_000_000_000L),
        numbers.edge(1_000_000),
        kinds.nextInt(4) == 0 ? numbers.edge(twin.state().clock + 1) : 0,
        numbers.edge(1_000_000_000),
        numbers.edge(100_000_000_000L),
        numbers.edge(100_000_000_000L),
        numbers.edge(1_000_000));
  }
}
