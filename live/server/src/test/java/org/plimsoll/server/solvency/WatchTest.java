package org.plimsoll.server.solvency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.Request;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

class WatchTest {
  private static final long E9 = 1_000_000_000L;
  private static final LiveFacts FACTS =
      new LiveFacts(
          "a venue",
          new TreeSet<>(),
          Map.of("USD", new AssetFacts(Asset.Kind.FIAT, Asset.Tier.LIQUID, Optional.empty())));

  private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
  private final Watch watch = new Watch(FACTS, 1_000_000);
  private final List<Event> events = new ArrayList<>();
  private final Venue venue = new Venue(Limits.DEFAULT, new EventRecorder(events::add));
  private long sequence;

  WatchTest() {
    watch.listen(0, readings::add);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void aVenueWithAllThatItOwesIsSolventAndCovered() throws Exception {
    open();
    Reading reading = at(sequence);
    assertThat(reading.assessment().finding(Question.INSOLVENT_AT_MARK).answer())
        .isEqualTo(Answer.NO);
    assertThat(reading.assessment().atMark().owed().low()).isEqualByComparingTo("40000");
    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void theLoadLineIsDrawnFromTheBidsThatAreThere() throws Exception {
    open();
    // Account 1 owes dollars against 100 coins at 100; bids within 2 % of the best are worth 1,000.
    apply(new PlaceLimitOrder(0, 0, Side.BUY, 100, 10));
    apply(new WithdrawAsset(1, 0, 5_000_000_000L, 0));
    Reading reading = at(sequence);
    CollateralLoad load = reading.loads().get(1).getFirst();
    assertThat(load.asset()).isEqualTo("COIN");
    assertThat(load.debt().low()).isEqualByComparingTo(new BigDecimal(5000));
    assertThat(load.deciding()).isPresent();
    assertThat(load.deciding().get().low()).isLessThan(5000);
    assertThat(reading.careful().getFirst().gain().total()).isPositive();
  }

  @Test
  void anOverloadIsToldOnceAndAgainWhenItIsGone() throws Exception {
    Alarms alarms = new Alarms();
    BlockingQueue<Alarm> told = new LinkedBlockingQueue<>();
    alarms.listen(told::add);
    watch.listen(0, alarms);
    open();
    apply(new PlaceLimitOrder(0, 0, Side.BUY, 100, 10));
    apply(new WithdrawAsset(1, 0, 5_000_000_000L, 0));
    assertThat(next(told, AlarmRule.OVERLOADED).isRaised()).isTrue();
    apply(new DepositAsset(1, 0, 5_000_000_000L, 0));
    assertThat(next(told, AlarmRule.OVERLOADED).isRaised()).isFalse();
  }

  @Test
  void aPriceThatIsNoMarkYetIsNotTakenForNothing() throws Exception {
    found();
    Reading before = at(sequence);
    assertThat(before.assessment().atMark().owed().low()).isEqualByComparingTo("30000");
    apply(new PublishIndexPrice(1, 100 * E9));
    Thread.sleep(50); // in which a watch that took it for nothing would look fifty times
    apply(new AdvanceTime(E9, 1));
    assertThat(readings.poll(60, TimeUnit.SECONDS).sequence()).isEqualTo(sequence);
  }

  @Test
  void whatIsReadOfThePastIsToldToNobodyWhoListensLater() throws Exception {
    BlockingQueue<Reading> later = new LinkedBlockingQueue<>();
    open();
    Reading last = at(sequence);
    watch.listen(sequence + 1, later::add);
    apply(new AdvanceTime(2 * E9, 1));
    assertThat(later.poll(60, TimeUnit.SECONDS).sequence()).isEqualTo(sequence);
    assertThat(last.sequence()).isEqualTo(sequence - 1);
  }

  @Test
  void whoeverListensIsToldTheLastReadingOnce() throws Exception {
    BlockingQueue<Reading> told = new LinkedBlockingQueue<>();
    open();
    at(sequence);
    watch.listen(sequence, told::add);
    assertThat(told.poll(60, TimeUnit.SECONDS).sequence()).isEqualTo(sequence);
    apply(new AdvanceTime(2 * E9, 1));
    assertThat(told.poll(60, TimeUnit.SECONDS).sequence()).isEqualTo(sequence);
  }

  private Alarm next(BlockingQueue<Alarm> told, AlarmRule rule) throws InterruptedException {
    while (true) {
      Alarm alarm = told.poll(60, TimeUnit.SECONDS);
      assertThat(alarm).as("trouble: " + watch.trouble()).isNotNull();
      if (alarm.rule().equals(rule)) {
        return alarm;
      }
    }
  }

  private void open() {
    found();
    apply(new PublishIndexPrice(1, 100 * E9));
    apply(new AdvanceTime(E9, 1));
  }

  /// Opens all but the price.
  private void found() {
    apply(new DefineAsset(0, "USD", 6, 1L << 55));
    apply(new DefineAsset(1, "COIN", 2, 1L << 30));
    apply(new SetCollateral(0, E9, E9, 0));
    apply(new SetCollateral(1, E9 * 9 / 10, E9 * 95 / 100, 0));
    apply(new ListMarket(0, "COIN/USD", 1, 0, E9, 100));
    apply(new OpenCustody(0, CustodyKind.WALLET, "wallet"));
    apply(new OpenAccount(0, "alice"));
    apply(new OpenAccount(1, "bob"));
    apply(new ActivateRules(2));
    apply(new ActivateRules(3));
    apply(new SetCustodyPolicy(CustodyPolicy.COMMINGLED));
    apply(new DepositAsset(0, 0, 30_000_000_000L, 0));
    apply(new DepositAsset(1, 1, 10_000, 0));
  }

  private void apply(Command command) {
    events.clear();
    new Request(1, ++sequence, command).deliverTo(venue);
    Happening happening = new Happening(sequence, List.copyOf(events));
    assertThat(happening.isRefused()).as(command + " " + events).isFalse();
    watch.on(happening, venue.view());
  }

  private Reading at(long wanted) throws InterruptedException {
    while (true) {
      Reading reading = readings.poll(60, TimeUnit.SECONDS);
      assertThat(reading).as("trouble: " + watch.trouble()).isNotNull();
      if (reading.sequence() == wanted) {
        return reading;
      }
    }
  }
}
