package org.plimsoll.bench.orders;

import java.util.function.Consumer;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.Request;

/// One run of a stream through a fresh venue: every command from its bytes to the bytes of its
/// events. The venue is filled before it is timed.
final class VenueTrial implements Contestant.Trial {
  private final Plan plan;
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final TapedEvents events;
  private final VenueFloor floor;

  VenueTrial(Plan plan) {
    this.plan = plan;
    this.events = new TapedEvents(plan.tape);
    this.floor = VenueFloor.open(plan.accounts, plan.market.cash, plan.market.coins, events);
    play(0, plan.stream.prefill());
  }

  /// What trades, and what accounts have to pay with.
  enum Market {
    /// A perpetual: every order is asked for with all balances counted at their weights.
    PERPETUAL(VenueFloor.PERPETUAL, 100_000_000_000L, 10_000_000),
    /// Spot margin: who buys owes what he pays, and who sells what he sells, so that here too every
    /// order is asked for with all balances counted.
    SPOT_MARGIN(VenueFloor.SPOT, 0, 0),
    /// Spot, everybody with enough to pay with: there is nothing that collateral must cover.
    SPOT_OWNED(VenueFloor.SPOT, 100_000_000_000L, 1_000_000_000);

    private final int number;
    private final long cash;
    private final long coins;

    Market(int number, long cash, long coins) {
      this.number = number;
      this.cash = cash;
      this.coins = coins;
    }

    int number() {
      return number;
    }

    VenueFloor open(int accounts, EventSink sink, Consumer<Request> witness) {
      return VenueFloor.open(accounts, cash, coins, sink, witness);
    }
  }

  /// What all runs of a comparison have in common, and what the first one has come to.
  static final class Plan {
    private final OrderStream stream;
    private final CommandTape tape;
    private final Market market;
    private final int accounts;
    private final int ticks;
    private long stateHash;

    /// Plans runs of a stream.
    ///
    /// @param ticks how often within the stream all marks move
    Plan(OrderStream stream, Market market, int accounts, int ticks) {
      this.stream = stream;
      this.tape = CommandTape.of(stream, market.number, accounts);
      this.market = market;
      this.accounts = accounts;
      this.ticks = ticks;
    }
  }

  @Override
  public void run() {
    int from = plan.stream.prefill();
    int commands = plan.stream.count() - from;
    for (int tick = 1; tick <= plan.ticks; tick++) {
      int to = plan.stream.prefill() + (int) ((long) commands * tick / (plan.ticks + 1));
      play(from, to);
      floor.tick(tick);
      from = to;
    }
    play(from, plan.stream.count());
  }

  @Override
  public long fingerprint() {
    ZeroSums.require(floor.venue().view());
    long hash = floor.venue().view().stateHash();
    plan.stateHash = plan.stateHash == 0 ? hash : plan.stateHash;
    if (hash != plan.stateHash) {
      throw new IllegalStateException("two runs of one stream ended in different states");
    }
    return events.tape().fingerprint(restingOrders());
  }

  long trades() {
    return events.tape().trades();
  }

  private void play(int from, int to) {
    byte[] bytes = plan.tape.bytes();
    for (int i = from; i < to; i++) {
      int offset = plan.tape.offset(i);
      int length = plan.tape.offset(i + 1) - offset;
      if (dispatcher.dispatch(bytes, offset, length, floor.venue()) != DecodeResult.OK) {
        throw new IllegalStateException("command " + i + " is not well formed");
      }
    }
  }

  private long restingOrders() {
    long resting = 0;
    for (int account = 0; account < plan.accounts; account++) {
      resting += floor.venue().view().openOrderCount(account);
    }
    return resting;
  }
}
