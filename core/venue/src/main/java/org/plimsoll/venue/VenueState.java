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
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.units.StateHash;

/// Everything that a venue remembers. The desks change it; nothing else does.
final class VenueState {
  final Limits limits;
  final EventSink sink;
  final AssetTable assets;
  final Ledger ledger;
  final PossibleDebts possibleDebts;
  final OpenOrders openOrders;
  final SpotWorth worth;
  final Exposures exposures = new Exposures();
  final RestingOrders resting = new RestingOrders();
  final LendingOffers offers;
  final LendingProgress lendingProgress = new LendingProgress();
  final List<OpenAccount> accounts = new ArrayList<>();
  final Owners owners = new Owners();
  final List<OpenCustody> custody = new ArrayList<>();
  final List<Market> markets = new ArrayList<>();
  final List<FuturesMarket> futures = new ArrayList<>();
  final LeverageTable leverage = new LeverageTable();
  final Withdrawals withdrawals;
  final Quotes quotes = new Quotes();
  final FeeTable fees = new FeeTable();
  final ExchangeToken token;
  final SortedMap<Integer, WeightPath> weightPaths = new TreeMap<>();
  final TradeFees tradeFees = new TradeFees(this);
  final Privileges privileges = new Privileges();
  final SortedMap<PublishedFigure, Long> overriddenFigures = new TreeMap<>();
  final ClientSequences clients;
  final Agenda agenda = new Agenda();
  final Triggers triggers = new Triggers();
  final Liquidations liquidations = new Liquidations();
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
    this.openOrders = new OpenOrders(limits.assetsMax(), possibleDebts);
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

  /// Returns the fingerprint of everything above that does not follow from the rest, in the order
  /// of declaration. What rests is part of its market.
  long hash() {
    StateHash hash = new StateHash();
    assets.hashInto(hash);
    ledger.hashInto(hash);
    openOrders.hashInto(hash);
    offers.hashInto(hash);
    lendingProgress.hashInto(hash);
    accounts.forEach(account -> hash.add(account.name()));
    owners.hashInto(hash);
    custody.forEach(place -> hash.add(place.kind().ordinal()).add(place.name()));
    markets.forEach(market -> market.hashInto(hash));
    leverage.hashInto(hash);
    withdrawals.hashInto(hash);
    quotes.hashInto(hash);
    fees.hashInto(hash);
    token.hashInto(hash);
    hash.add(weightPaths.size());
    weightPaths.values().forEach(path -> path.hashInto(hash));
    privileges.hashInto(hash);
    hash.add(overriddenFigures.size());
    overriddenFigures.forEach((figure, value) -> hash.add(figure.ordinal()).add(value));
    clients.hashInto(hash);
    agenda.hashInto(hash);
    triggers.hashInto(hash);
    liquidations.hashInto(hash);
    liquidationProgress.hashInto(hash);
    scanProgress.hashInto(hash);
    backstop.hashInto(hash);
    volumes.hashInto(hash);
    profits.hashInto(hash);
    lottery.hashInto(hash);
    funds.hashInto(hash);
    hash.add(rules.version())
        .add(custodyPolicy.ordinal())
        .add(lendingTakerFeeE9)
        .add(sequence)
        .add(clockNs)
        .add(lastOrder);
    return hash.value();
  }
}
