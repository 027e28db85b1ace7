package org.plimsoll.mirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.mirror.VenuePicture.PicturedAccount;
import org.plimsoll.mirror.VenuePicture.PicturedAsset;
import org.plimsoll.mirror.VenuePicture.PicturedCustody;
import org.plimsoll.mirror.VenuePicture.PicturedMarket;
import org.plimsoll.mirror.VenuePicture.PicturedOrder;
import org.plimsoll.mirror.VenuePicture.PicturedOwn;
import org.plimsoll.mirror.VenuePicture.PicturedTerms;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.CollateralEvent;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LeveragedTokenEvent;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.QuoteCommand.AcceptQuote;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.protocol.WithdrawalPolicy;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Rules;
import org.plimsoll.venue.Venue;

/// Folds a venue's events into its picture, without ever asking the venue. It may run on a thread
/// of its own, behind the venue by as much as it likes.
public final class PictureProjection implements Consumer<Event> {
  private final List<PicturedAsset> assets = new ArrayList<>();
  private final IndexProjection indices = new IndexProjection();
  private final List<OpenAccount> accounts = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();
  private final List<OpenCustody> custody = new ArrayList<>();
  private final List<PicturedMarket> markets = new ArrayList<>();
  private final List<PicturedTerms> terms = new ArrayList<>();
  private final PositionProjection positions = new PositionProjection();
  private final SortedMap<Integer, Integer> leverage = new TreeMap<>();
  private final SortedMap<Integer, SortedMap<Integer, Long>> balances = new TreeMap<>();
  private final SortedMap<Long, PicturedOrder> orders = new TreeMap<>();
  private final List<WithdrawalPolicy> withdrawalPolicies = new ArrayList<>();
  private final SortedMap<Long, WithdrawalRequested> withdrawals = new TreeMap<>();
  private final SortedMap<Long, OfferQuote> quotes = new TreeMap<>();
  private final ControlLog control = new ControlLog();
  private final OfferProjection lending = new OfferProjection();
  private final LiquidationProjection liquidation = new LiquidationProjection();
  private final CollateralProjection collateral = new CollateralProjection();
  private final TokenProjection tokens = new TokenProjection();
  private final FundProjection funds = new FundProjection();
  private final SortedMap<Long, PlaceTrigger> triggers = new TreeMap<>();
  private PlaceTrigger placed = new PlaceTrigger(0, 0, TriggerKind.STOP, Side.BUY, 0, 0, 0, false);
  private Rules rules = Rules.CASH;
  private long sequence;
  private long clockNs;

  /// Returns the picture after the events so far.
  public VenuePicture picture() {
    return new VenuePicture(
        sequence,
        clockNs,
        rules,
        rules.lends() ? lending.policy() : CustodyPolicy.SEGREGATED,
        lending.takerFeeE9(),
        liquidation.era(),
        liquidation.profile(),
        List.copyOf(assets),
        indices.indices(),
        accounts.stream().map(a -> account(a)).toList(),
        custody.stream()
            .map(c -> new PicturedCustody(c, amounts(LedgerAccount.custody(c.custody()), -1)))
            .toList(),
        Arrays.stream(VenueAccount.values())
            .map(p -> new PicturedOwn(p, amounts(LedgerAccount.venue(p), 1)))
            .toList(),
        List.copyOf(markets),
        List.copyOf(terms),
        positions.positions(),
        List.copyOf(orders.values()),
        new TreeMap<>(triggers),
        lending.offers(),
        tokens.fees(),
        tokens.token(),
        collateral.caps(),
        collateral.paths(),
        List.copyOf(withdrawalPolicies),
        List.copyOf(withdrawals.values()),
        List.copyOf(quotes.values()),
        funds.funds(token -> amounts(LedgerAccount.issued(), -1).get(token.asset())),
        control.privileges(),
        control.overriddenFigures());
  }

  @Override
  public void accept(Event event) {
    switch (event) {
      case Event.CommandSequenced e -> sequence = e.sequence();
      case Event.CommandRefused _,
          OrderEvent.MarketOrderAccepted _,
          TriggerEvent.TriggerRefused _ -> {
        // nothing that a picture shows has changed
      }
      case Event.CommandApplied e -> {
        control.accept(e);
        apply(e.command());
      }
      case PriceEvent.MarkPriceSet e -> setMark(e);
      case PriceEvent.IndexPriceSet e -> indices.price(e.asset(), e.priceE9());
      case TriggerEvent.TriggerAccepted e -> triggers.put(e.trigger(), placed);
      case TriggerEvent.TriggerFired e -> triggers.remove(e.trigger());
      case PriceEvent.FutureMarkSet e ->
          markets.set(
              e.market(), new PicturedMarket(markets.get(e.market()).listing(), e.priceTicks()));
      case PriceEvent.FundingDeferred e -> positions.defer(e);
      case PriceEvent.FutureExpired e -> {
        positions.expire(e);
        terms.set(e.market(), terms.get(e.market()).with(MarketState.DELISTED));
      }
      case PriceEvent.PositionExpired e -> positions.close(e);
      case PriceEvent.FundingRateSet _,
          PriceEvent.SettlementDeferred _,
          ClockEvent.DueWorkBegan _ -> {
        // what follows from these has events of its own
      }
      case LendingEvent e -> lending.accept(e);
      case LiquidationEvent e -> accept(e);
      case TokenEvent e -> tokens.accept(e);
      case CollateralEvent.WeightMoved e -> move(e);
      case LeveragedTokenEvent e -> funds.accept(e);
      case CashEvent.WithdrawalRequested e -> withdrawals.put(e.withdrawal(), e);
      case CashEvent.WithdrawalSent e -> withdrawals.remove(e.withdrawal());
      case CashEvent.WithdrawalCanceled e -> withdrawals.remove(e.withdrawal());
      case CashEvent.QuoteExpired e -> quotes.remove(e.quote());
      case ControlEvent e -> control.accept(e);
      case Event.TransferPosted e -> transfer(e);
      case OrderEvent.LimitOrderAccepted e -> addOrder(e);
      case OrderEvent.TradeExecuted e -> trade(e);
      case OrderEvent.OrderCanceled e -> orders.remove(e.order());
    }
  }

  private void accept(LiquidationEvent event) {
    switch (event) {
      case LiquidationEvent.MarginStageSet e -> liquidation.accept(e);
      case LiquidationEvent.PositionHandedOver e -> positions.handOver(e);
      case LiquidationEvent.OfferRecalled e -> lending.recall(e);
      case LiquidationEvent.LossTakenOver e -> positions.takeOver(e);
      case LiquidationEvent.LiquidationOrderSent _, LiquidationEvent.LossBorne _ -> {
        // such an order never rests, and who bears a loss has paid by transfers
      }
    }
  }

  private void apply(DeskCommand command) {
    switch (command) {
      case DefineAsset c -> addAsset(c);
      case SetCollateral c -> setCollateral(c);
      case MarketListing c -> addMarket(c);
      case SetMarketLimits c -> terms.set(c.market(), terms.get(c.market()).with(c));
      case SetMarketState c -> terms.set(c.market(), terms.get(c.market()).with(c.state()));
      case AccountCommand.SetLeverage c -> leverage.put(c.account(), c.leverage());
      case OpenAccount c -> open(c, c.account());
      case OpenSubaccount c -> open(new OpenAccount(c.account(), c.name()), owners.get(c.parent()));
      case AccountCommand.RenameAccount c ->
          accounts.set(c.account(), new OpenAccount(c.account(), c.name()));
      case OpenCustody c -> custody.add(c);
      case TradingCommand.PlaceTrigger c -> placed = c;
      case TradingCommand.CancelTrigger c -> triggers.remove(c.trigger());
      case OfferQuote c -> quotes.put(c.quote(), c);
      case AcceptQuote c -> quotes.remove(c.quote());
      case SetWithdrawalPolicy c -> withdrawalPolicies.set(c.asset(), c.policy());
      case ClockCommand.AdvanceTime c -> clockNs = c.timestampNs();
      case ClockCommand.ActivateRules c -> rules = Rules.values()[c.version() - 1];
      case ClockCommand.PublishIndexPrice c -> indices.price(c.asset(), c.priceE9());
      case ClockCommand.SetIndexSource c -> indices.set(c);
      case ClockCommand.SetPriceClamp c -> indices.set(c);
      case LendingCommand c -> lending.apply(c);
      case LiquidationCommand c -> liquidation.apply(c);
      case TokenCommand c -> tokens.apply(c, clockNs);
      case CollateralCommand c -> collateral.apply(c);
      case LeveragedTokenCommand c -> funds.apply(c);
      case CashCommand.DepositAsset _,
          CashCommand.WithdrawAsset _,
          TradingCommand.CancelAllOrders _,
          TradingCommand.NoteClientOrder _,
          CashCommand.CancelWithdrawal _,
          CashCommand.MoveAsset _,
          CashCommand.MoveCustody _,
          CashCommand.PayFromFees _,
          ControlCommand _ -> {
        // what follows from these has events of its own, or is in the control log
      }
    }
  }

  private void open(OpenAccount account, int owner) {
    accounts.add(account);
    owners.add(owner);
  }

  private void addAsset(DefineAsset definition) {
    long markE9 = assets.isEmpty() ? Exact.ONE_E9 : 0;
    assets.add(new PicturedAsset(definition, Optional.empty(), markE9));
    indices.add(markE9);
    collateral.add(definition);
    withdrawalPolicies.add(WithdrawalPolicy.atFirst(definition.asset()));
  }

  private void setCollateral(SetCollateral setting) {
    PicturedAsset asset = assets.get(setting.asset());
    assets.set(
        setting.asset(),
        new PicturedAsset(asset.definition(), Optional.of(setting), asset.markE9()));
  }

  private void move(CollateralEvent.WeightMoved event) {
    long factorE9 =
        assets.get(event.asset()).collateral().map(SetCollateral::imfFactorE9).orElse(0L);
    setCollateral(
        new SetCollateral(event.asset(), event.initialWeightE9(), event.totalWeightE9(), factorE9));
    collateral.move(event, clockNs);
  }

  private PicturedAccount account(OpenAccount opening) {
    int account = opening.account();
    return new PicturedAccount(
        opening,
        owners.get(account),
        leverage.getOrDefault(account, Venue.USUAL_LEVERAGE),
        liquidation.stage(account),
        liquidation.pledge(account),
        amounts(LedgerAccount.customer(account), 1),
        amounts(LedgerAccount.pending(account), 1),
        amounts(LedgerAccount.staked(account), 1));
  }

  private void addMarket(MarketListing listing) {
    markets.add(new PicturedMarket(listing, 0));
    SetMarketLimits none = new SetMarketLimits(listing.market(), 0, 0, 0, 0, 0);
    terms.add(new PicturedTerms(none, MarketState.OPEN));
    if (listing instanceof ListFuture future) {
      positions.add(
          future,
          assets.get(future.base()).definition().decimals(),
          assets.getFirst().definition().decimals());
    }
  }

  private void setMark(PriceEvent.MarkPriceSet event) {
    PicturedAsset asset = assets.get(event.asset());
    assets.set(
        event.asset(), new PicturedAsset(asset.definition(), asset.collateral(), event.priceE9()));
  }

  private void transfer(Event.TransferPosted event) {
    add(event.from(), event.asset(), -event.amount());
    add(event.to(), event.asset(), event.amount());
    positions.transfer(event);
    tokens.transfer(event);
  }

  private void add(int ledgerAccount, int asset, long change) {
    balances
        .computeIfAbsent(ledgerAccount, _ -> new TreeMap<>())
        .merge(asset, change, Math::addExact);
  }

  private List<Long> amounts(int ledgerAccount, long sign) {
    SortedMap<Integer, Long> row = balances.getOrDefault(ledgerAccount, new TreeMap<>());
    List<Long> amounts = new ArrayList<>();
    for (int asset = 0; asset < assets.size(); asset++) {
      amounts.add(sign * row.getOrDefault(asset, 0L));
    }
    return List.copyOf(amounts);
  }

  private void addOrder(OrderEvent.LimitOrderAccepted event) {
    orders.put(
        event.order(),
        new PicturedOrder(
            event.order(),
            event.market(),
            event.account(),
            event.side(),
            event.priceTicks(),
            event.quantityLots(),
            event.timeInForce(),
            event.clientOrder(),
            event.isReduceOnly()));
  }

  private void trade(OrderEvent.TradeExecuted event) {
    reduce(event.makerOrder(), event.quantityLots());
    reduce(event.takerOrder(), event.quantityLots());
    positions.trade(event);
  }

  /// A market order is not among those that can rest, so it is not found here.
  private void reduce(long order, long lots) {
    orders.computeIfPresent(
        order, (_, o) -> o.leavesLots() == lots ? null : o.leaving(o.leavesLots() - lots));
  }
}
