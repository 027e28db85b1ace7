package org.plimsoll.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.Name;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.script.Operands.Quantity;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Subject;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Side;

/// Reads the statements of a script one at a time, remembering the names that they define.
final class StatementParser {
  private static final int E9_DECIMALS = 9;
  private static final int ACCOUNTS_MAX = 1_000_000;
  private static final long ADVANCES_MAX = 100_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final String STATEMENTS =
      "title, venue, party, asset, collateral, custody, market, future, leverage, account, accounts,"
          + " subaccount, rules, price, clamp, index, time, deposit, withdraw, withdrawals, move, carry, quote,"
          + " accept, buy, sell, amend, cancel, cancel-all, stop, take-profit, trailing-stop,"
          + " cancel-trigger, limits, state, policy, lending, offer, recall, grant, revoke, override,"
          + " waterfall, pledge, contribute, cap, weight, rebate, exchange-token, stake, unstake,"
          + " leveraged, create, redeem or"
          + " expect";
  private static final String SUBJECTS =
      "sums, balances, custody, own, withdrawals, quotes, privileges, lending, orders, trades,"
          + " positions, prices, stages, losses, damage, fees, exchange-token, stakes, tokens or"
          + " book";

  private final Names names = new Names();
  private final World world = new World();
  private long lastTimeNs;

  /// Reads the statement of a line that is not blank.
  ///
  /// @throws ScriptMistake if it makes no sense
  List<Step> parse(int line, Words words) {
    Operands in = new Operands(words, names, world);
    String verb = words.take("a statement");
    return switch (verb) {
      case "title" -> said(words, () -> world.title(words.takeRest("a title")));
      case "venue" -> said(words, () -> world.venue(newParty(in)));
      case "party" -> said(words, () -> world.party(newParty(in), in.oneOf(Party.Kind.values())));
      case "expect" -> List.of(expectation(line, in));
      default -> asked(line, words, commands(verb, in));
    };
  }

  Script script(String file, String variant, List<Step> steps) {
    return new Script(file, variant, steps, world.surroundings(), names);
  }

  private List<? extends Command> commands(String verb, Operands in) {
    return switch (verb) {
      case "asset" -> List.of(asset(in));
      case "collateral" -> List.of(collateral(in));
      case "custody" -> List.of(custody(in));
      case "market" -> List.of(market(in));
      case "future" -> List.of(future(in));
      case "leverage" -> leverage(in);
      case "account" -> List.of(account(in));
      case "accounts" -> accounts(in);
      case "subaccount" -> List.of(subaccount(in));
      case "rules" -> List.of(new ClockCommand.ActivateRules(in.wholeNumber()));
      case "price", "clamp", "index" -> PriceStatements.commands(verb, in);
      case "time" -> time(in);
      case "deposit" -> deposit(in);
      case "withdraw" -> withdraw(in);
      case "buy" -> OrderStatements.place(in, Side.BUY);
      case "sell" -> OrderStatements.place(in, Side.SELL);
      case "cancel" -> List.of(OrderStatements.cancel(in));
      case "cancel-all" -> OrderStatements.cancelAll(in);
      case "amend" -> List.of(OrderStatements.amend(in));
      case "stop" -> TriggerStatements.place(in, TriggerKind.STOP);
      case "take-profit" -> TriggerStatements.place(in, TriggerKind.TAKE_PROFIT);
      case "trailing-stop" -> TriggerStatements.place(in, TriggerKind.TRAILING_STOP);
      case "cancel-trigger" -> List.of(TriggerStatements.cancel(in));
      case "limits" -> List.of(MarketStatements.limits(in));
      case "state" -> List.of(MarketStatements.state(in));
      case "leveraged" -> List.of(LeveragedTokenStatements.list(in));
      case "create" -> LeveragedTokenStatements.create(in);
      case "redeem" -> LeveragedTokenStatements.redeem(in);
      case "policy", "lending", "offer", "recall" -> LendingStatements.commands(verb, in);
      default ->
          new CashStatements(in)
              .commands(verb)
              .or(() -> new ControlStatements(in).commands(verb))
              .or(() -> new LiquidationStatements(in).commands(verb))
              .or(() -> new TokenStatements(in).commands(verb))
              .orElseThrow(() ->
                  in.words().mistake("expected " + STATEMENTS + " instead of '" + verb + "'"));
    };
  }

  private static List<Step> said(Words words, Runnable statement) {
    statement.run();
    words.end();
    return List.of();
  }

  private static List<Step> asked(int line, Words words, List<? extends Command> commands) {
    Optional<RefusalReason> refusal = refusal(words);
    words.end();
    return commands.stream().<Step>map(c -> new Step.Ask(line, c, refusal)).toList();
  }

  private String newParty(Operands in) {
    String id = in.newId("a party");
    return unused(in, !world.isParty(id), "party", id);
  }

  /// Returns `name` if it is free: what a script exports would not be a book with it given twice.
  private static String unused(Operands in, boolean isFree, String kind, String name) {
    if (!isFree) {
      throw in.words().mistake("the " + kind + " '" + name + "' is there already");
    }
    return name;
  }

  private Command asset(Operands in) {
    String code = in.newId("an asset code");
    unused(in, names.asset(code) < 0, "asset", code);
    int decimals = (int) in.number("decimals", 0).count();
    if (decimals < 0 || decimals > E9_DECIMALS) {
      throw in.words().mistake("expected 0 to 9 decimals");
    }
    long balanceMax = in.number("max", decimals).count();
    in.words().takeKeyword("kind");
    Asset.Kind kind = in.oneOf(Asset.Kind.values());
    in.words().takeKeyword("tier");
    Asset.Tier tier = in.oneOf(Asset.Tier.values());
    Optional<String> issuer =
        in.words().takeIf("issuer") ? Optional.of(in.party()) : Optional.empty();
    world.asset(code, kind, tier, issuer);
    ListingCommand.DefineAsset definition =
        new ListingCommand.DefineAsset(names.assets().size(), code, decimals, balanceMax);
    names.assets().add(definition);
    return definition;
  }

  private static Command collateral(Operands in) {
    int asset = in.asset();
    return new ListingCommand.SetCollateral(
        asset,
        in.number("initial", E9_DECIMALS).count(),
        in.number("total", E9_DECIMALS).count(),
        in.number("factor", E9_DECIMALS).count());
  }

  private Command custody(Operands in) {
    String location = in.newId("a custody location");
    unused(in, names.custody(location) < 0, "custody location", location);
    CustodyKind kind = in.oneOf(CustodyKind.values());
    CashCommand.OpenCustody opening =
        new CashCommand.OpenCustody(names.custody().size(), kind, location);
    names.custody().add(opening);
    return opening;
  }

  private Command market(Operands in) {
    String market = in.newName("a market such as BTC/USD");
    unused(in, names.market(market) < 0, "market", market);
    int slash = market.indexOf('/');
    int base = names.asset(market.substring(0, Math.max(slash, 0)));
    int quote = names.asset(market.substring(slash + 1));
    if (base < 0 || quote < 0) {
      throw in.words().mistake("expected two known assets, as in BTC/USD, not '" + market + "'");
    }
    long tickE9 = in.number("tick", E9_DECIMALS).count();
    long lot = in.number("lot", names.assets().get(base).decimals()).count();
    if (tickE9 <= 0 || lot <= 0) {
      throw in.words().mistake("expected a tick and a lot above 0");
    }
    ListingCommand.ListMarket listing =
        new ListingCommand.ListMarket(names.markets().size(), market, base, quote, tickE9, lot);
    names.markets().add(listing);
    return listing;
  }

  /// A perpetual, or with an expiry a dated future, of an asset against the unit of account.
  private Command future(Operands in) {
    String name = in.newName("a future such as BTC-PERP");
    unused(in, names.market(name) < 0, "market", name);
    in.words().takeKeyword("on");
    int base = in.asset();
    long tickE9 = in.number("tick", E9_DECIMALS).count();
    int decimals = names.assets().get(base).decimals();
    long lot = in.number("lot", decimals).count();
    if (tickE9 <= 0 || lot <= 0) {
      throw in.words().mistake("expected a tick and a lot above 0");
    }
    long factor = in.number("factor", E9_DECIMALS).count();
    long positionMax = in.number("position", decimals).inStepsOf(lot, "lot");
    long mmfWeight =
        in.words().takeIf("maintenance") ? in.number(E9_DECIMALS).count() : Exact.ONE_E9;
    long expiryNs = in.words().takeIf("expiry") ? in.timeNs() : 0;
    ListingCommand.ListFuture listing =
        new ListingCommand.ListFuture(
            names.markets().size(),
            name,
            base,
            tickE9,
            lot,
            expiryNs,
            factor,
            Exact.ONE_E9,
            mmfWeight,
            positionMax);
    names.markets().add(listing);
    return listing;
  }

  private static List<? extends Command> leverage(Operands in) {
    List<Integer> accounts = in.accounts();
    int leverage = in.wholeNumber();
    return accounts.stream().map(a -> new AccountCommand.SetLeverage(a, leverage)).toList();
  }

  private Command account(Operands in) {
    String name = in.newId("an account");
    in.words().takeKeyword("of");
    return opening(in, name, in.party());
  }

  private List<Command> accounts(Operands in) {
    String prefix = in.newId("the beginning of the accounts' names");
    int count = in.wholeNumber();
    if (count < 1 || count > ACCOUNTS_MAX) {
      throw in.words().mistake("expected 1 to " + ACCOUNTS_MAX + " accounts");
    }
    if (!Name.isValid(prefix + "-" + count)) {
      throw in.words().mistake("expected names of at most 32 characters, number and all");
    }
    in.words().takeKeyword("of");
    String owner = in.party();
    int width = Integer.toString(count).length();
    List<Command> openings = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String digits = Integer.toString(i);
      String name = prefix + "-" + "0".repeat(width - digits.length()) + digits;
      openings.add(opening(in, name, owner));
    }
    return openings;
  }

  private Command subaccount(Operands in) {
    String name = in.newId("an account");
    in.words().takeKeyword("of");
    int parent = in.account();
    unused(in, !world.hasAccount(name), "account", name);
    world.account(name, world.owner(names.account(parent).name()));
    return new AccountCommand.OpenSubaccount(names.open(name).account(), parent, name);
  }

  private Command opening(Operands in, String name, String owner) {
    unused(in, !world.hasAccount(name), "account", name);
    world.account(name, owner);
    return names.open(name);
  }

  /// One advance of the clock, or one every so many seconds from the last time that was said.
  private List<Command> time(Operands in) {
    long fromNs = lastTimeNs;
    lastTimeNs = in.timeNs();
    if (!in.words().takeIf("every")) {
      return List.of(new ClockCommand.AdvanceTime(lastTimeNs, 0));
    }
    long stepNs = in.wholeNumber() * NANOS_PER_SECOND;
    in.words().takeKeyword("seconds");
    if (stepNs < NANOS_PER_SECOND || (lastTimeNs - fromNs) / stepNs > ADVANCES_MAX) {
      throw in.words().mistake("expected 1 to " + ADVANCES_MAX + " steps since the last time");
    }
    List<Command> advances = new ArrayList<>();
    for (long timeNs = fromNs + stepNs; timeNs < lastTimeNs; timeNs += stepNs) {
      advances.add(new ClockCommand.AdvanceTime(timeNs, 0));
    }
    advances.add(new ClockCommand.AdvanceTime(lastTimeNs, 0));
    return advances;
  }

  private static List<CashCommand.DepositAsset> deposit(Operands in) {
    List<Integer> accounts = in.accounts();
    Quantity q = in.quantity();
    in.words().takeKeyword("into");
    int custody = in.custody();
    return accounts.stream()
        .map(a -> new CashCommand.DepositAsset(a, q.asset(), q.amount(), custody))
        .toList();
  }

  private static List<CashCommand.WithdrawAsset> withdraw(Operands in) {
    List<Integer> accounts = in.accounts();
    Quantity q = in.quantity();
    in.words().takeKeyword("from");
    int custody = in.custody();
    return accounts.stream()
        .map(a -> new CashCommand.WithdrawAsset(a, q.asset(), q.amount(), custody))
        .toList();
  }

  private static Step expectation(int line, Operands in) {
    String subject = in.words().take(SUBJECTS);
    Step step =
        switch (subject) {
          case "book" -> new Step.ExpectBook(line, in.words().take("the name of a book"));
          case "sums" -> table(line, new Subject.Sums());
          case "balances" -> table(line, new Subject.Balances());
          case "custody" -> table(line, new Subject.Holdings());
          case "withdrawals" -> table(line, new Subject.Withdrawals(in.asset()));
          case "quotes" -> table(line, new Subject.Quotes());
          case "privileges" -> table(line, new Subject.Privileges());
          case "lending" -> table(line, new Subject.Lending(in.asset()));
          case "orders" -> table(line, new Subject.Orders(in.market()));
          case "trades" -> table(line, new Subject.Trades(in.market()));
          case "positions" -> table(line, new Subject.Positions(in.market()));
          case "prices" -> table(line, new Subject.Prices());
          case "stages" -> table(line, new Subject.Stages());
          case "losses" -> table(line, new Subject.Losses());
          case "damage" -> table(line, new Subject.Damage());
          case "fees" -> table(line, new Subject.Fees());
          case "exchange-token" -> table(line, new Subject.Token());
          case "stakes" -> table(line, new Subject.Stakes());
          case "own" -> table(line, new Subject.Own());
          case "tokens" -> table(line, new Subject.Tokens());
          default ->
              throw in.words().mistake("expected " + SUBJECTS + " instead of '" + subject + "'");
        };
    in.words().end();
    return step;
  }

  /// The table itself follows on the lines below.
  private static Step table(int line, Subject subject) {
    return new ExpectTable(line, subject, List.of(), List.of());
  }

  private static Optional<RefusalReason> refusal(Words words) {
    if (!words.takeIf("refused")) {
      return Optional.empty();
    }
    String reason = words.take("a refusal reason");
    return Optional.of(
        Arrays.stream(RefusalReason.values())
            .filter(r -> r.name().equals(reason))
            .findFirst()
            .orElseThrow(() ->
                words.mistake(
                    "expected one of "
                        + Arrays.toString(RefusalReason.values())
                        + ", not '"
                        + reason
                        + "'")));
  }
}
