package org.plimsoll.ecosystem.agent.desk;

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
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The desk through which every withdrawal of a venue goes. What has passed its stations is sent,
/// in order. It posts how long the oldest request has waited (`withdrawal-age-hours`), how many
/// wait (`withdrawal-queue`), and by how much custody falls short of the next (`custody-short`,
/// whole dollars); when that has lasted it closes the gate for every asset, and posts `halt`.
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
  private long shortSinceNs = NEVER;
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
  public void wake(long nowNs) {
    if (nowNs / DAY_NS != day) {
      day = nowNs / DAY_NS;
      sentToday = 0;
    }
    while (!isHalted && sendsFirst(nowNs)) {
      queue.removeFirst();
    }
    if (nowNs >= nextTickNs) {
      post(nowNs);
      nextTickNs = ticks.after(nowNs);
      alarm.at(nextTickNs);
    }
  }

  private void post(long nowNs) {
    Request oldest = queue.first();
    post("withdrawal-age-hours", nowNs, oldest == null ? 0 : (nowNs - oldest.askedNs()) / HOUR_NS);
    post("withdrawal-queue", nowNs, queue.size());
  }

  private void post(String topic, long nowNs, long value) {
    if (bulletin.latest(topic, nowNs).value() != value) {
      bulletin.post(topic, nowNs, value);
    }
  }

  /// Sends the first request or gives it up, if its time has come and it can be done.
  private boolean sendsFirst(long nowNs) {
    Request request = queue.first();
    if (request == null || request.readyNs() > nowNs) {
      return false;
    }
    int account = request.account();
    int asset = request.asset();
    long amount = Math.min(request.amount(), exchange.books().balance(account, asset));
    double dollars = dollars(asset, Math.max(0, amount));
    if (isGateShut(dollars)) {
      return false;
    }
    if (amount > 0 && onHand(asset) < amount) {
      fallShort(nowNs, dollars(asset, amount - onHand(asset)));
      return false;
    }
    shortSinceNs = NEVER;
    if (amount > 0
        && exchange.ask(new WithdrawAsset(account, asset, amount, gather(asset, amount)))) {
      sentToday += dollars;
    }
    return true;
  }

  /// The first of a day always passes, however large.
  private boolean isGateShut(double dollars) {
    return terms.dollarsPerDay() > 0
        && sentToday > 0
        && sentToday + dollars > terms.dollarsPerDay();
  }

  private void fallShort(long nowNs, double dollars) {
    shortSinceNs = Math.min(shortSinceNs, nowNs);
    post("custody-short", nowNs, (long) dollars);
    if (nowNs - shortSinceNs >= terms.hoursBeforeHalt() * HOUR_NS) {
      halt(nowNs);
    }
  }

  private void halt(long nowNs) {
    isHalted = true;
    for (int asset = 0; asset < exchange.books().assetCount(); asset++) {
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
    for (Request each = queue.first(); each != null; each = queue.first()) {
      long amount = Math.min(each.amount(), exchange.books().balance(each.account(), each.asset()));
      if (amount > 0) {
        exchange.ask(new WithdrawAsset(each.account(), each.asset(), amount, places[0]));
      }
      queue.removeFirst();
    }
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
    sink.add(shortSinceNs).add(isHalted ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    line.readFrom(source);
    queue.readFrom(source, exchange.accounts());
    nextTickNs = source.number();
    day = source.number();
    sentToday = Double.longBitsToDouble(source.number());
    shortSinceNs = source.number();
    isHalted = source.flag();
  }
}
