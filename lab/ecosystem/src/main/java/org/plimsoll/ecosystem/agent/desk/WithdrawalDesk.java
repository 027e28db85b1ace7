package org.plimsoll.ecosystem.agent.desk;

import java.util.BitSet;
import java.util.Optional;
import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.Chronicle;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.agent.desk.RequestQueue.Request;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.WithdrawalDoor;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The desk through which every withdrawal of a venue goes. What has passed its stations is sent,
/// in the order in which it was asked for; where custody of an asset is gone its requests are held
/// and the others go on. An account stands for many customers, so what is there is sent even if it
/// is only a part of a request.
///
/// At each tick it posts how long the oldest request has waited (`withdrawal-age-hours`), how many
/// wait (`withdrawal-queue`), and what is held for lack of custody (`custody-short`, whole
/// dollars). When for some hours not even all that is there, whatever it is, would pay what is held
/// and what has passed the stations, the operator closes the gate for every asset, and posts
/// `halt`.
final class WithdrawalDesk implements Agent, WithdrawalDoor {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final long DAY_NS = 24 * HOUR_NS;
  private static final long NEVER = Long.MAX_VALUE;

  private final String name;
  private final Alarm alarm;
  private final Ticks ticks;
  private final Exchange exchange;
  private final WorldLedger ledger;
  private final Bulletin bulletin;
  private final Chronicle chronicle;
  private final WithdrawalDeskTerms terms;
  private final int[] places;
  private final StationLine line;
  private final RequestQueue queue;
  private long nextTickNs = NEVER;
  private long day;
  private double sentToday;
  private long brokeSinceNs = NEVER;
  private boolean isHalted;

  WithdrawalDesk(
      String name,
      Alarm alarm,
      Ticks ticks,
      Economy economy,
      WithdrawalDeskTerms terms,
      int[] places,
      StationLine line) {
    this.name = name;
    this.alarm = alarm;
    this.ticks = ticks;
    exchange = economy.exchange();
    ledger = economy.ledger();
    bulletin = economy.bulletin();
    chronicle = economy.chronicle();
    this.terms = terms;
    this.places = places.clone();
    this.line = line;
    queue = new RequestQueue(ledger.instruments().size());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    nextTickNs = ticks.after(alarm.nowNs());
    alarm.at(nextTickNs);
  }

  /// A closed gate still takes requests: they keep their place at the venue.
  @Override
  public boolean ask(int account, int asset, long amount, int custody) {
    if (isHalted) {
      return exchange.ask(new WithdrawAsset(account, asset, amount, custody));
    }
    if (amount <= 0) {
      return false;
    }
    long ready = line.enter(alarm.nowNs(), terms.withdrawalsPerRequest());
    queue.add(new Request(alarm.nowNs(), ready, account, asset, amount));
    alarm.at(ready);
    return true;
  }

  @Override
  public long waiting(int account, int asset) {
    return queue.waiting(account, asset);
  }

  @Override
  public long lacking(int asset) {
    return queue.asked(asset) - onHand(asset);
  }

  @Override
  public void wake(long nowNs) {
    if (nowNs / DAY_NS != day) {
      day = nowNs / DAY_NS;
      sentToday = 0;
    }
    BitSet held = send(nowNs);
    if (nowNs >= nextTickNs) {
      judge(nowNs, held);
      post(nowNs, held);
      nextTickNs = ticks.after(nowNs);
      alarm.at(nextTickNs);
    }
  }

  /// Sends what has passed the stations, as far as the day's gate and custody let it.
  ///
  /// @return the assets that are held because custody is gone
  private BitSet send(long nowNs) {
    BitSet held = new BitSet();
    Request turn = queue.next(nowNs, held);
    while (turn != null && sends(turn, held)) {
      turn = queue.next(nowNs, held);
    }
    return held;
  }

  /// Sends a request, a part of it, or nothing if its asset is held.
  ///
  /// @return whether the gate is still open
  private boolean sends(Request turn, BitSet held) {
    int account = turn.account();
    int asset = turn.asset();
    long owed = Math.min(turn.amount(), exchange.books().balance(account, asset));
    if (owed <= 0) {
      queue.send(turn, turn.amount());
      return true;
    }
    long amount = Math.min(owed, onHand(asset));
    if (amount <= 0) {
      held.set(asset);
      return true;
    }
    double dollars = dollars(asset, amount);
    if (isGateShut(dollars)) {
      return false;
    }
    boolean isSent = exchange.ask(new WithdrawAsset(account, asset, amount, gather(asset, amount)));
    sentToday += isSent ? dollars : 0;
    queue.send(turn, isSent && amount < owed ? amount : turn.amount());
    return true;
  }

  /// The first of a day always passes, however large.
  private boolean isGateShut(double dollars) {
    return terms.dollarsPerDay() > 0
        && sentToday > 0
        && sentToday + dollars > terms.dollarsPerDay();
  }

  private void post(long nowNs, BitSet held) {
    Request oldest = queue.oldest();
    post("withdrawal-age-hours", nowNs, oldest == null ? 0 : (nowNs - oldest.askedNs()) / HOUR_NS);
    post("withdrawal-queue", nowNs, queue.size());
    double lacking =
        held.stream().mapToDouble(asset -> dollars(asset, queue.ready(asset, nowNs))).sum();
    post("custody-short", nowNs, (long) lacking);
  }

  private void post(String topic, long nowNs, long value) {
    if (bulletin.latest(topic, nowNs).value() != value) {
      bulletin.post(topic, nowNs, value);
    }
  }

  /// Halts when something has been held, and all that is there worth less than what is ready, for
  /// long enough. The venue's own token is not counted: nobody takes it for dollars then.
  private void judge(long nowNs, BitSet held) {
    int token = exchange.books().exchangeToken().map(SetExchangeToken::asset).orElse(-1);
    double there = 0;
    double ready = 0;
    for (int asset = 0; asset < assets(); asset++) {
      there += asset == token ? 0 : dollars(asset, onHand(asset));
      ready += asset == token ? 0 : dollars(asset, queue.ready(asset, nowNs));
    }
    boolean isBroke = !held.isEmpty() && there < ready;
    brokeSinceNs = isBroke ? Math.min(brokeSinceNs, nowNs) : NEVER;
    if (brokeSinceNs != NEVER && nowNs - brokeSinceNs >= terms.hoursBeforeHalt() * HOUR_NS) {
      halt(nowNs);
    }
  }

  private void halt(long nowNs) {
    isHalted = true;
    for (int asset = 0; asset < assets(); asset++) {
      exchange.require(
          new SetWithdrawalPolicy(
              asset,
              WithdrawalMode.GATED,
              0,
              "custody-gone",
              terms.granter(),
              terms.secondGranter()));
    }
    bulletin.post("halt", nowNs, 1);
    chronicle.add(new Flag(nowNs, "halt", "Withdrawals stop: custody is gone.", Optional.empty()));
    for (Request each = queue.oldest(); each != null; each = queue.oldest()) {
      long amount = Math.min(each.amount(), exchange.books().balance(each.account(), each.asset()));
      if (amount > 0) {
        exchange.ask(new WithdrawAsset(each.account(), each.asset(), amount, places[0]));
      }
      queue.send(each, each.amount());
    }
  }

  private int assets() {
    return exchange.books().assetCount();
  }

  private long onHand(int asset) {
    long sum = 0;
    for (int place : places) {
      sum += exchange.books().onHand(place, asset);
    }
    return sum;
  }

  /// Returns the first place that has enough, after bringing together what lies elsewhere.
  private int gather(int asset, long amount) {
    for (int place : places) {
      if (exchange.books().onHand(place, asset) >= amount) {
        return place;
      }
    }
    for (int place = 1; place < places.length; place++) {
      long there = exchange.books().onHand(places[place], asset);
      if (there > 0) {
        exchange.require(new MoveCustody(places[place], places[0], asset, there));
      }
    }
    return places[0];
  }

  private double dollars(int asset, long amount) {
    double price = asset == 0 ? 1 : exchange.books().markE9(asset) / 1e9;
    return ledger.instruments().get(asset).whole(amount) * price;
  }

  @Override
  public void writeTo(StateSink sink) {
    line.writeTo(sink);
    queue.writeTo(sink);
    sink.add(nextTickNs).add(day).add(Double.doubleToRawLongBits(sentToday));
    sink.add(brokeSinceNs).add(isHalted ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    line.readFrom(source);
    queue.readFrom(source, exchange.accounts());
    nextTickNs = source.number();
    day = source.number();
    sentToday = Double.longBitsToDouble(source.number());
    brokeSinceNs = source.number();
    isHalted = source.flag();
  }
}
