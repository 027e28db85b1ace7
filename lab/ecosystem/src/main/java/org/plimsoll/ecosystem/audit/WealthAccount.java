package org.plimsoll.ecosystem.audit;

import static org.plimsoll.ecosystem.audit.Parties.VENUE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.exchange.DeskEventListener;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.TradeListener;
import org.plimsoll.ecosystem.exchange.VenueTransferListener;
import org.plimsoll.ecosystem.outcome.Flow;
import org.plimsoll.ecosystem.outcome.WealthLine;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ecosystem.world.WorldListener;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.protocol.DeskEvent;
import org.plimsoll.protocol.LiquidationEvent.LossTakenOver;
import org.plimsoll.protocol.LiquidationEvent.PositionHandedOver;
import org.plimsoll.protocol.PriceEvent.FundingDeferred;
import org.plimsoll.protocol.PriceEvent.FutureMarkSet;
import org.plimsoll.protocol.PriceEvent.PositionExpired;
import org.plimsoll.units.InvariantViolation;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Why every party has become richer or poorer: what others paid it and it paid others, by cause,
/// each at the price of its instant, and what prices did to what it held in between. Together that
/// is its change of wealth, exactly; [#check] compares it with what balances are worth.
///
/// Whose account it is has what is in it, pending or staked as well. A position in a future is lots
/// that a mark values, and its cost is money that it owes; what settles it therefore changes
/// nobody's wealth, and a trade away from the mark makes one side richer by what the other loses.
/// The venue has its fees, funds and what is in custody, and owes what customers have.
public final class WealthAccount
    implements WorldListener,
        VenueTransferListener,
        TradeListener,
        DeskEventListener,
        PriceBoard.PriceListener {
  private static final int CAUSES = Causes.count();
  private static final int TRADE = Causes.of(Cause.TRADE);

  private final Parties parties;
  private final Holdings holdings;
  private final BalanceWealth balances;
  private final WholeUnits units;
  private final WideProduct value = new WideProduct();
  private final WideTable byCause = new WideTable();
  private final FlowTable flows = new FlowTable();
  private int makerParty;
  private int takerParty;

  /// Creates an account of an economy in which nobody has anything.
  public WealthAccount(WorldLedger ledger, PriceBoard prices, Exchange exchange) {
    parties = new Parties(ledger, exchange);
    holdings = new Holdings(ledger.instruments(), exchange);
    balances = new BalanceWealth(ledger, prices, exchange, parties);
    units = new WholeUnits(ledger.instruments().getFirst().decimals());
    for (int i = 0; i < ledger.instruments().size(); i++) {
      onPrice(i, 0, prices.priceE9(i));
    }
  }

  @Override
  public void onPrice(int instrument, long beforeE9, long afterE9) {
    holdings.of(instrument).setPrice(afterE9);
  }

  @Override
  public void onTransfer(WorldCause cause, int instrument, int from, int to, long amount) {
    pay(
        Causes.of(cause),
        holdings.of(instrument),
        parties.ofHolder(from),
        parties.ofHolder(to),
        amount);
  }

  /// Settlement swaps a position's profit for money, or the loss, and makes nobody richer. A fee
  /// that the settlement pays is the position's debt, whoever of the last trade it belongs to.
  @Override
  public void onVenueTransfer(Cause cause, int asset, int from, int to, long amount) {
    switch (cause) {
      case SETTLEMENT -> {
        // what was profit is money
      }
      case TAKER_FEE -> payFee(cause, asset, from, to, amount, takerParty);
      case MAKER_FEE, REBATE -> payFee(cause, asset, from, to, amount, makerParty);
      default ->
          pay(
              Causes.of(cause),
              holdings.of(asset),
              parties.ofAddress(from, asset),
              parties.ofAddress(to, asset),
              amount);
    }
  }

  @Override
  public void onTrade(
      int market, int makerAccount, int takerAccount, Side takerSide, long priceTicks, long lots) {
    makerParty = parties.ofAccount(makerAccount);
    takerParty = parties.ofAccount(takerAccount);
    if (holdings.isFuture(market)) {
      int buyer = takerSide == Side.BUY ? takerParty : makerParty;
      int seller = takerSide == Side.BUY ? makerParty : takerParty;
      pay(TRADE, holdings.ofFuture(market), seller, buyer, lots);
      pay(TRADE, holdings.of(0), buyer, seller, holdings.lotPrice(market, priceTicks) * lots);
    }
  }

  @Override
  public void onDeskEvent(DeskEvent event) {
    switch (event) {
      case FutureMarkSet e ->
          holdings.ofFuture(e.market()).setPrice(holdings.lotPrice(e.market(), e.priceTicks()));
      case PositionHandedOver e -> handOver(e);
      case LossTakenOver e -> owe(Cause.ESTATE, e.account(), -e.amount());
      case FundingDeferred e -> owe(Cause.FUNDING, e.account(), e.amount());
      case PositionExpired e -> expire(e);
      default -> {
        // nobody's wealth
      }
    }
  }

  /// Returns every party's change of wealth in parts that add up to it.
  public List<WealthLine> lines() {
    List<WealthLine> lines = new ArrayList<>();
    for (int party = 0; party < parties.count(); party++) {
      WealthLines ofParty = new WealthLines(parties.name(party), units);
      for (int cause = 0; cause < CAUSES; cause++) {
        ofParty.add(Causes.name(cause), byCause.get(party * CAUSES + cause));
      }
      for (Holding holding : holdings.all()) {
        ofParty.add("holding gain on " + holding.name(), holding.gain(party));
      }
      lines.addAll(ofParty.lines());
    }
    return List.copyOf(lines);
  }

  /// Returns who paid whom for what, less what came back for the same.
  public List<Flow> flows() {
    List<Flow> list = new ArrayList<>();
    for (int place = 0; place < flows.size(); place++) {
      BigInteger sum = flows.value(place);
      if (units.rounded(sum.abs()).signum() != 0) {
        String one = parties.name(flows.from(place));
        String other = parties.name(flows.to(place));
        boolean isBack = sum.signum() < 0;
        list.add(
            new Flow(
                isBack ? other : one,
                isBack ? one : other,
                Causes.name(flows.cause(place)),
                units.rounded(sum.abs())));
      }
    }
    return List.copyOf(list);
  }

  /// Returns a party's wealth, which it has come to from nothing, by what its balances are worth.
  ///
  /// @throws IllegalArgumentException if there is no such party
  public BigDecimal wealth(String name) {
    BigInteger[] wealth = balances.worth();
    for (int party = 0; party < parties.count(); party++) {
      if (parties.name(party).equals(name)) {
        return units.exact(wealth[party]);
      }
    }
    throw new IllegalArgumentException("there is no party " + name);
  }

  /// Compares each party's change of wealth, in its parts, with what its balances are worth.
  ///
  /// @throws InvariantViolation if they differ
  public void check() {
    BigInteger[] wealth = balances.worth();
    for (int party = 0; party < parties.count(); party++) {
      BigInteger explained = explained(party);
      if (!explained.equals(wealth[party])) {
        throw new InvariantViolation(
            parties.name(party)
                + " is worth "
                + units.exact(wealth[party])
                + ", transfers and holding gains explain "
                + units.exact(explained));
      }
    }
  }

  /// Tells all sums.
  public void writeTo(StateSink sink) {
    int count = parties.count();
    sink.add(count);
    holdings.writeTo(sink, count);
    byCause.writeTo(sink, count * CAUSES);
    flows.writeTo(sink);
  }

  /// Takes over what [#writeTo] of an account of the same parties told.
  public void readFrom(StateSource source) {
    int count = parties.count();
    source.require(source.number() == count, "the parties are the same");
    holdings.readFrom(source, count);
    byCause.readFrom(source, count * CAUSES);
    flows.readFrom(source);
  }

  private BigInteger explained(int party) {
    BigInteger sum = BigInteger.ZERO;
    for (int cause = 0; cause < CAUSES; cause++) {
      sum = sum.add(byCause.get(party * CAUSES + cause));
    }
    for (Holding holding : holdings.all()) {
      sum = sum.add(holding.gain(party));
    }
    return sum;
  }

  private void handOver(PositionHandedOver e) {
    int cause = Causes.of(Cause.HANDOVER);
    int from = parties.ofAccount(e.from());
    int to = parties.ofAccount(e.to());
    pay(cause, holdings.ofFuture(e.market()), from, to, e.lots());
    pay(cause, holdings.of(0), to, from, -e.fromCost());
    pay(cause, holdings.of(0), to, VENUE, e.fromCost() + e.toCost());
  }

  /// The lots go at the mark for what they are worth.
  private void expire(PositionExpired e) {
    int cause = Causes.of(Cause.SETTLEMENT);
    int party = parties.ofAccount(e.account());
    Holding lots = holdings.ofFuture(e.market());
    pay(cause, lots, party, VENUE, e.lots());
    pay(cause, holdings.of(0), VENUE, party, lots.price() * e.lots());
  }

  /// An account's position has cost so much more than was paid.
  private void owe(Cause cause, int account, long amount) {
    pay(Causes.of(cause), holdings.of(0), parties.ofAccount(account), VENUE, amount);
  }

  private void payFee(Cause cause, int asset, int from, int to, long amount, int trader) {
    boolean isPaid = LedgerAccount.kind(from) == Kind.SETTLEMENT;
    boolean isRebate = LedgerAccount.kind(to) == Kind.SETTLEMENT;
    int payer = isPaid ? trader : parties.ofAddress(from, asset);
    int payee = isRebate ? trader : parties.ofAddress(to, asset);
    pay(Causes.of(cause), holdings.of(asset), payer, payee, amount);
  }

  private void pay(int cause, Holding what, int from, int to, long amount) {
    if (from == to || amount == 0) {
      return;
    }
    what.add(from, -amount);
    what.add(to, amount);
    what.value(amount, value);
    byCause.subtract(from * CAUSES + cause, value);
    byCause.add(to * CAUSES + cause, value);
    flows.add(cause, from, to, value);
  }
}
