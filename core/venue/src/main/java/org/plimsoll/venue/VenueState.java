package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Ledger;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Name;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.units.StateHash;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Everything that a venue remembers. The desks change it; nothing else does.
final class VenueState {
  final Limits limits;
  final EventSink sink;
  final AccountRows rows = new AccountRows();
  final AssetTable assets;
  final Ledger ledger;
  final PossibleDebts possibleDebts;
  final OpenOrders openOrders;
  final SpotWorth worth;
  final Exposures exposures = new Exposures(rows);
  final RestingOrders resting = new RestingOrders();
  final LendingOffers offers;
  final LendingProgress lendingProgress = new LendingProgress();
  final List<OpenAccount> accounts = new ArrayList<>();
  final Owners owners = new Owners(rows);
  final List<OpenCustody> custody = new ArrayList<>();
  final List<Market> markets = new ArrayList<>();
  final List<FuturesMarket> futures = new ArrayList<>();
  final LeverageTable leverage = new LeverageTable(rows);
  final Withdrawals withdrawals;
  final Quotes quotes = new Quotes();
  final FeeTable fees = new FeeTable(rows);
  final ExchangeToken token;
  final SortedMap<Integer, WeightPath> weightPaths = new TreeMap<>();
  final TradeFees tradeFees = new TradeFees(this);
  final Privileges privileges = new Privileges();
  final SortedMap<PublishedFigure, Long> overriddenFigures = new TreeMap<>();
  final ClientSequences clients;
  final Agenda agenda = new Agenda();
  final Triggers triggers = new Triggers();
  final Liquidations liquidations = new Liquidations(rows);
  final LiquidationProgress liquidationProgress = new LiquidationProgress();
  final ScanProgress scanProgress = new ScanProgress();
  final LiquidationIndex index;
  final BackstopPledges backstop = new BackstopPledges();
  final DailyVolumes volumes;
  final DailyProfits profits = new DailyProfits();
  final Lottery lottery = new Lottery();
  final TokenFunds funds = new TokenFunds();
  Rules rules = Rules.CASH;
  CustodyPolicy custodyPolicy = CustodyPolicy.COMMINGLED;
  long lendingTakerFeeE9 = 700_000;
  long sequence;
  long clockNs;
  long lastOrder;

  VenueState(Limits limits, EventSink sink) {
    this.limits = limits;
    this.sink = sink;
    this.possibleDebts = new PossibleDebts(limits.assetsMax());
    this.ledger =
        new Ledger(
            limits.assetsMax(),
            (cause, asset, from, to, amount) -> {
              possibleDebts.transfer(asset, from, to, amount);
              touch(from, asset);
              touch(to, asset);
              sink.onTransferPosted(cause, asset, from, to, amount);
            });
    this.assets = new AssetTable(limits.assetsMax(), ledger);
    this.openOrders = new OpenOrders(limits.assetsMax(), possibleDebts, rows);
    this.offers = new LendingOffers(limits.assetsMax());
    this.token = new ExchangeToken(limits.assetsMax());
    this.withdrawals = new Withdrawals(limits.assetsMax());
    this.clients = new ClientSequences();
    this.volumes = new DailyVolumes(limits.assetsMax());
    this.index = new LiquidationIndex(this);
    this.worth = new SpotWorth(this);
  }

  /// Returns the custody policy that binds: under rules that let nobody borrow nothing is lent,
  /// whatever policy was stated for later.
  CustodyPolicy custodyPolicy() {
    return rules.lends() ? custodyPolicy : CustodyPolicy.SEGREGATED;
  }

  /// Puts the next time of a work on the agenda.
  void schedule(DueWork work, long id) {
    agenda.add(work.next(clockNs), work, id);
  }

  /// Returns how much of what is reserved for lending the venue can do without: all of it, unless
  /// it lends nothing else.
  long dispensable(int asset) {
    return custodyPolicy() == CustodyPolicy.OPT_IN
        ? Math.max(0, offers.reserved(asset) - possibleDebts.inAll(asset))
        : Long.MAX_VALUE;
  }

  /// Cancels every resting order of an account, in the order in which they came to rest.
  void cancelAll(int account, CancelCause cause) {
    int next;
    for (int slot = resting.firstOf(account); slot != RestingOrders.NONE; slot = next) {
      next = resting.nextOf(slot);
      markets.get(resting.market(slot)).cancel(slot, cause);
    }
  }

  /// Cancels every resting order of an account in one market.
  void cancelAll(int account, Market market, CancelCause cause) {
    int next;
    for (int slot = resting.firstOf(account); slot != RestingOrders.NONE; slot = next) {
      next = resting.nextOf(slot);
      if (resting.market(slot) == market.listing().market()) {
        market.cancel(slot, cause);
      }
    }
  }

  /// Returns what an account has left of an asset beside its resting orders and what is reserved.
  long free(int account, int asset) {
    return possibleDebts.left(account, asset) - offers.reserved(account, asset);
  }

  /// Returns how much of an asset an account may receive.
  long room(int account, int asset) {
    return assets.balanceMax(asset)
        - ledger.customerBalance(account, asset)
        - openOrders.brings(account, asset);
  }

  /// Returns whether nothing liquidates an account: no rule does, or a privilege spares it.
  boolean isSpared(int account) {
    return liquidations.profile == LiquidationProfile.OFF
        || privileges.has(account, Privilege.LIQUIDATION_EXEMPT);
  }

  boolean hasPosition(int account) {
    return futures.stream().anyMatch(market -> market.positions().lots(account) != 0);
  }

  private void touch(int ledgerAccount, int asset) {
    if (LedgerAccount.kind(ledgerAccount) == LedgerAccount.Kind.CUSTOMER) {
      int account = LedgerAccount.number(ledgerAccount);
      index.touch(account);
      worth.touch(account, asset);
    }
  }

  /// Opens the next account, with a place for it wherever something is kept by account.
  void openAccount(OpenAccount account, int owner) {
    int number = accounts.size();
    accounts.add(account);
    rows.openAccount();
    owners.openAccount(number, owner);
    exposures.openAccount(number);
    worth.openAccount(number);
    ledger.openCustomer();
    openOrders.openAccount();
    possibleDebts.openAccount();
    offers.openAccount();
    leverage.openAccount(number);
    liquidations.openAccount();
    index.openAccount();
    profits.openAccount();
    fees.openAccount();
    token.openAccount();
  }

  /// Opens the next custody location.
  void openCustody(OpenCustody place) {
    custody.add(place);
    ledger.openCustody();
  }

  /// Adds a market that is listed, which has the next number.
  void list(Market market) {
    markets.add(market);
    ledger.openSettlement();
    if (market instanceof FuturesMarket future) {
      futures.add(future);
    }
  }

  /// Returns the fingerprint of all that [#writeTo] tells.
  long hash() {
    StateHash hash = new StateHash();
    writeTo(hash);
    return hash.value();
  }

  /// Adds everything above that does not follow from the rest: first whom there is a place for,
  /// then the rest in the order of declaration. What rests is part of its market.
  void writeTo(StateSink to) {
    to.add(accounts.size());
    for (int account = 0; account < accounts.size(); account++) {
      to.add(accounts.get(account).name()).add(owners.get(account));
    }
    to.add(custody.size());
    custody.forEach(place -> to.add(place.kind().ordinal()).add(place.name()));
    assets.writeTo(to);
    to.add(markets.size());
    markets.forEach(market -> market.writeTo(to));
    ledger.writeTo(to);
    offers.writeTo(to);
    lendingProgress.writeTo(to);
    leverage.writeTo(to);
    withdrawals.writeTo(to);
    quotes.writeTo(to);
    fees.writeTo(to);
    token.writeTo(to);
    to.add(weightPaths.size());
    weightPaths.values().forEach(path -> path.writeTo(to));
    privileges.writeTo(to);
    to.add(overriddenFigures.size());
    overriddenFigures.forEach((figure, value) -> to.add(figure.ordinal()).add(value));
    clients.writeTo(to);
    agenda.writeTo(to);
    triggers.writeTo(to);
    liquidations.writeTo(to);
    liquidationProgress.writeTo(to);
    scanProgress.writeTo(to);
    index.writeTo(to);
    backstop.writeTo(to);
    volumes.writeTo(to);
    profits.writeTo(to);
    lottery.writeTo(to);
    funds.writeTo(to);
    to.add(rules.version())
        .add(custodyPolicy.ordinal())
        .add(lendingTakerFeeE9)
        .add(sequence)
        .add(clockNs)
        .add(lastOrder);
  }

  /// Reads what [#writeTo] has added, into a state in which nothing has happened.
  void readFrom(StateSource source) {
    readPlaces(source);
    ledger.readFrom(source);
    addUpDebts();
    offers.readFrom(source);
    lendingProgress.readFrom(source, accounts.size());
    leverage.readFrom(source);
    withdrawals.readFrom(source, accounts.size(), custody.size());
    quotes.readFrom(source, accounts.size(), assets.assetCount());
    fees.readFrom(source);
    token.readFrom(source, this);
    int paths = source.count(assets.assetCount());
    for (int i = 0; i < paths; i++) {
      WeightPath path = WeightPath.readFrom(source, assets.assetCount());
      source.require(weightPaths.put(path.asset(), path) == null, "an asset has one path");
    }
    privileges.readFrom(source, accounts.size());
    int figures = source.count(PublishedFigure.values().length);
    for (int i = 0; i < figures; i++) {
      PublishedFigure figure = source.oneOf(PublishedFigure.values());
      source.require(overriddenFigures.put(figure, source.number()) == null, "a figure is one");
    }
    clients.readFrom(source, limits.clientsMax());
    agenda.readFrom(source);
    triggers.readFrom(source, this);
    liquidations.readFrom(source);
    liquidationProgress.readFrom(source, accounts.size(), markets.size());
    scanProgress.readFrom(source, accounts.size());
    index.readFrom(source);
    backstop.readFrom(source, accounts.size());
    volumes.readFrom(source);
    profits.readFrom(source);
    lottery.readFrom(source);
    funds.readFrom(source, this);
    rules = Rules.ofVersion(source.within(1, Rules.newest()));
    custodyPolicy = source.oneOf(CustodyPolicy.values());
    lendingTakerFeeE9 = source.within(0, Long.MAX_VALUE);
    sequence = source.within(0, Long.MAX_VALUE);
    clockNs = source.within(0, Limits.TIME_MAX_NS);
    lastOrder = source.within(0, Long.MAX_VALUE);
  }

  private void readPlaces(StateSource source) {
    int accountCount = source.count(limits.accountsMax());
    for (int account = 0; account < accountCount; account++) {
      OpenAccount opened = new OpenAccount(account, Name.readFrom(source));
      openAccount(opened, source.within(0, account));
    }
    int places = source.count(limits.custodyMax());
    for (int place = 0; place < places; place++) {
      CustodyKind kind = source.oneOf(CustodyKind.values());
      openCustody(new OpenCustody(place, kind, Name.readFrom(source)));
    }
    assets.readFrom(source, limits.marketsMax());
    int marketCount = source.count(limits.marketsMax());
    for (int market = 0; market < marketCount; market++) {
      list(Market.readFrom(source, this));
      source.require(futures.size() <= Limits.FUTURES_MAX, "there are no more futures than may be");
    }
    resting.linkAccounts();
  }

  /// Balances that are read are no transfers, so nobody has heard of them.
  private void addUpDebts() {
    for (int account = 0; account < accounts.size(); account++) {
      for (int asset = 0; asset < assets.assetCount(); asset++) {
        possibleDebts.add(account, asset, ledger.customerBalance(account, asset));
      }
    }
  }
}
