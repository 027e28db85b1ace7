package org.plimsoll.ecosystem.run;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.Clockwork;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.scenario.AgentPlan;
import org.plimsoll.ecosystem.scenario.EventEntry;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PartyEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.ecosystem.scenario.VenueEntry;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.venue.Limits;

/// An economy put together from a scenario, in which nothing has happened yet.
public final class Assembly {
  private static final int ACCOUNTS_MAX = 32_768;
  private static final int ORDERS_PER_ACCOUNT_MAX = 1_000;
  private static final int STEPS_PER_COMMAND_MAX = 100_000;
  private static final int PLACES_MAX = 64;

  private final Plot plot;
  private final Roster roster;
  private final Economy economy;
  private final Setting setting;
  private final VenueRules rules;
  private final SortedMap<Integer, PricePath> paths;
  private final Recorder recorder;
  private final VenueExam exam;
  private final Snapshots snapshots;

  private Assembly(
      Plot plot, long seed, Profile profile, Histories histories, CommandListener commands) {
    this.plot = plot;
    Scenario scenario = plot.scenario();
    roster = new Roster(scenario);
    rules = new VenueRules(scenario, roster);
    long startNs = Moments.ns(scenario.start());
    int markets = Math.max(1, scenario.venue().markets().size());
    Limits limits =
        new Limits(
            roster.listed(),
            ACCOUNTS_MAX,
            PLACES_MAX,
            markets,
            1,
            ORDERS_PER_ACCOUNT_MAX,
            STEPS_PER_COMMAND_MAX);
    economy = new Economy(seed, startNs, roster.instruments(), limits);
    commands.onVenue(limits);
    economy.exchange().listen(commands);
    Ticks ticks =
        scenario.ticks().ticks(profile, scenario.events().stream().map(EventEntry::at).toList());
    setting = new Setting(economy, ticks);
    setting.keepVenueBook(() -> VenueBook.of(scenario, roster, setting));
    paths = new PriceSources(scenario, seed, histories).paths(roster);
    listEverything(startNs);
    scenario.parties().forEach(this::open);
    scenario.venue().token().ifPresent(this::name);
    scenario.venue().leveragedTokens().forEach(this::list);
    joinEverybody(ticks);
    Grants.change(List.of(), scenario.venue().grants(), setting, roster.moneyDecimals());
    recorder = economy.simulation().join(alarm -> new Recorder(alarm, scenario, roster, setting));
    exam = new VenueExam(scenario, roster, setting);
    economy.simulation().watch(exam);
    snapshots = new Snapshots(scenario, roster, setting);
    economy.simulation().watch(snapshots);
  }

  /// Puts a scenario together.
  ///
  /// @param seed of every random stream
  /// @throws AgentRefusal if the terms of an agent make no sense
  /// @throws IllegalArgumentException if something else does not
  /// @throws IllegalStateException if the venue refuses a rule
  public static Assembly of(Plot plot, long seed, Profile profile) {
    return new Assembly(plot, seed, profile, Histories.NONE, CommandListener.NOBODY);
  }

  /// Puts a scenario together with histories in the place of its own prices.
  ///
  /// @param commands told of everything that the venue is asked
  public static Assembly of(
      Plot plot, long seed, Profile profile, Histories histories, CommandListener commands) {
    return new Assembly(plot, seed, profile, histories, commands);
  }

  /// Returns the economy.
  public Economy economy() {
    return economy;
  }

  /// Returns what the names of the scenario stand for.
  public Setting setting() {
    return setting;
  }

  Plot plot() {
    return plot;
  }

  Roster roster() {
    return roster;
  }

  Recorder recorder() {
    return recorder;
  }

  VenueExam exam() {
    return exam;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  /// Lets the rules of this scenario bind from here on where those of another bound until now.
  void takeOverFrom(Assembly other) {
    List<DeskCommand> before = other.rules.policies();
    for (DeskCommand command : rules.policies()) {
      if (before.contains(command)) {
        continue;
      }
      if (command instanceof SetCollateral terms) {
        WeightChange.ask(
            economy.exchange(),
            terms.asset(),
            terms.initialWeightE9(),
            Optional.of(terms.totalWeightE9()));
      } else {
        economy.exchange().require(command);
      }
    }
    Grants.change(
        other.plot.scenario().venue().grants(),
        plot.scenario().venue().grants(),
        setting,
        roster.moneyDecimals());
  }

  private void listEverything(long startNs) {
    Exchange exchange = economy.exchange();
    exchange.require(new AdvanceTime(startNs, 0));
    rules.assets().forEach(exchange::require);
    for (int i = 0; i < roster.assets().size(); i++) {
      setting.nameInstrument(roster.assets().get(i).name(), i);
    }
    for (VenueEntry.LocationEntry each : plot.scenario().venue().locations()) {
      setting.namePlace(each.name(), exchange.openCustody(each.kind(), each.name()));
    }
    rules.markets().forEach(exchange::require);
    for (VenueEntry.MarketEntry each : plot.scenario().venue().markets()) {
      setting.nameMarket(each.name(), roster.market(each.name()));
    }
    int version = plot.scenario().venue().rules().version();
    if (version > exchange.books().rules().version()) {
      exchange.require(new ActivateRules(version));
    }
    rules.policies().forEach(exchange::require);
    paths.forEach((asset, path) -> publish(asset, path.priceE9(startNs)));
    plot.scenario()
        .venue()
        .indexFrom()
        .forEach((asset, market) ->
            exchange.require(new SetIndexSource(roster.asset(asset), roster.market(market))));
    exchange.require(new AdvanceTime(startNs, 0));
    for (int i = 0; i < roster.listed(); i++) {
      economy.prices().set(i, exchange.books().markE9(i));
    }
  }

  private void publish(int asset, long priceE9) {
    if (asset >= roster.listed()) {
      economy.prices().set(asset, priceE9);
    } else if (priceE9 > 0 && asset > 0) {
      economy.exchange().require(new PublishIndexPrice(asset, priceE9));
    }
  }

  private void open(PartyEntry party) {
    WorldLedger ledger = economy.ledger();
    int holder = ledger.open(party.name());
    setting.nameHolder(party.name(), holder);
    party
        .holds()
        .forEach((asset, whole) -> {
          int number = roster.asset(asset);
          long amount = Whole.units(whole, roster.decimals(asset));
          ledger.transfer(WorldCause.OPENING, number, WorldLedger.OUTSIDE, holder, amount);
        });
    for (PartyEntry.AccountEntry account : party.accounts()) {
      Terminal terminal = setting.terminal(account.name(), party.name());
      account.deposits().forEach(deposit -> bring(party, terminal, deposit));
    }
  }

  private void bring(PartyEntry party, Terminal terminal, PartyEntry.DepositEntry deposit) {
    int asset = roster.asset(deposit.asset());
    long amount = Whole.units(deposit.amount(), roster.decimals(deposit.asset()));
    if (amount > economy.ledger().available(terminal.holder(), asset)) {
      throw new IllegalArgumentException(
          "`"
              + party.name()
              + "` brings "
              + deposit.amount().toPlainString()
              + " "
              + deposit.asset()
              + " to the venue, and has less");
    }
    if (!terminal.deposit(asset, amount, setting.place(deposit.at()))) {
      throw new IllegalArgumentException(
          "a deposit of `" + party.name() + "` was refused: " + terminal.refusal().orElseThrow());
    }
  }

  private void name(VenueEntry.TokenEntry token) {
    economy
        .exchange()
        .require(
            new SetExchangeToken(
                roster.asset(token.asset()),
                roster.market(token.market()),
                setting.terminal(token.treasury()).account(),
                setting.place(token.location()),
                Whole.units(token.supply(), roster.decimals(token.asset())),
                Whole.e9(token.feeShare()),
                token.fundShare().map(Whole::e9).orElse(0L),
                token.slices(),
                token.intervalSeconds(),
                Whole.e9(token.limit())));
  }

  private void list(VenueEntry.LeveragedTokenEntry token) {
    int market = roster.market(token.market());
    String base = plot.scenario().venue().markets().get(market).base();
    long lot = economy.exchange().books().markets().get(market).lot();
    economy
        .exchange()
        .require(
            new ListLeveragedToken(
                roster.asset(token.asset()),
                token.kind(),
                setting.terminal(token.fund(), token.party()).account(),
                market,
                Whole.e9(token.firstPrice()),
                Whole.units(token.order(), roster.decimals(base)) / lot));
  }

  private void joinEverybody(Ticks ticks) {
    SortedMap<Integer, PricePath> listed = new TreeMap<>(paths.headMap(roster.listed()));
    listed.remove(0);
    plot.scenario().venue().indexFrom().keySet().forEach(name -> listed.remove(roster.asset(name)));
    economy.simulation().join(alarm -> new Clockwork(alarm, economy, ticks, listed));
    economy
        .simulation()
        .join(alarm ->
            new OutsidePrices(alarm, economy.prices(), ticks, paths.tailMap(roster.listed())));
    economy
        .simulation()
        .join(alarm -> new Timetable(alarm, plot.scenario().events(), roster, setting));
    for (int i = 0; i < plot.agents().size(); i++) {
      join(i, plot.agents().get(i));
    }
  }

  private void join(int number, AgentPlan<?> plan) {
    try {
      economy.simulation().join(alarm -> plan.create(alarm, setting));
    } catch (IllegalArgumentException refusal) {
      throw new AgentRefusal(number, plan.name(), refusal);
    }
  }
}
