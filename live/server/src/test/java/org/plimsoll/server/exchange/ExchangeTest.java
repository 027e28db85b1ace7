package org.plimsoll.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.host.HostSettings;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.VenueView;

class ExchangeTest {
  private static final HostSettings SETTINGS =
      new HostSettings(
          Limits.DEFAULT, new JournalSettings(1 << 20, 64 << 10), 1_000_000, 0, 1 << 10);

  @TempDir private Path directory;

  @Test
  void whatIsAcknowledgedIsKnownToWhoeverAsksNext() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage, List.of())) {
      assertThat(exchange.send(new OpenAccount(0, "alice"))).isInstanceOf(Answer.Done.class);
      int accounts = exchange.ask(view -> view.accounts().size());
      assertThat(accounts).isEqualTo(1);
    }
  }

  @Test
  void aRefusalNamesItsReason() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage, List.of())) {
      assertThat(exchange.send(new OpenAccount(7, "bob")))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused ->
                  assertThat(refused.why().reason()).isEqualTo(RefusalReason.NUMBER_NOT_NEXT));
    }
  }

  @Test
  void manyWhoSendAtOnceAreAllServedAndAFollowerHearsOfEachOnce() throws Exception {
    Heard heard = new Heard();
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage, List.of(heard))) {
      open(exchange);
      deposit(exchange, 400);
      assertThat(balance(exchange)).isEqualTo(400);
      long told = exchange.ask(VenueView::sequence);
      List<Long> sequences = exchange.ask(_ -> List.copyOf(heard.sequences));
      assertThat(sequences.subList(0, (int) told))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, told).boxed().toList());
    }
  }

  @Test
  void aNewRunGoesOnBehindTheOldOneAndTellsItsHistoryFirst() throws Exception {
    long hash;
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage, List.of())) {
      open(exchange);
      deposit(exchange, 20);
    }
    Heard heard = new Heard();
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage, List.of(heard))) {
      long before = exchange.ask(_ -> heard.before);
      assertThat(before).isGreaterThanOrEqualTo(23);
      deposit(exchange, 20);
      assertThat(balance(exchange)).isEqualTo(40);
    }
    hash = heard.lastHash;
    try (DiskStorage storage = DiskStorage.openToRead(directory);
        Replay replay = Replay.longest(storage, new EventEncoder())) {
      long last = 0;
      while (replay.next()) {
        last = replay.venue().view().stateHash();
      }
      assertThat(last).isEqualTo(hash);
    }
  }

  @Test
  void aQuestionThatFailsFailsForWhoAskedAlone() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage, List.of())) {
      assertThatThrownBy(() -> exchange.ask(view -> view.asset(3)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThat(exchange.send(new OpenAccount(0, "alice"))).isInstanceOf(Answer.Done.class);
    }
  }

  @Test
  void afterTheEndNobodyWaits() throws Exception {
    Exchange exchange;
    try (DiskStorage storage = DiskStorage.open(directory)) {
      exchange = start(storage, List.of());
      exchange.close();
    }
    assertThat(exchange.send(new OpenAccount(0, "alice")))
        .isEqualTo(new Answer.Turned(Answer.Why.STOPPED));
    assertThatThrownBy(() -> exchange.ask(VenueView::sequence)).isInstanceOf(Stopped.class);
  }

  private static Exchange start(DiskStorage storage, List<Follower> followers) throws Exception {
    return new Exchange(storage, new Home.Own(SETTINGS, new Pace.Real()), followers);
  }

  private static long balance(Exchange exchange) {
    return exchange.ask(view -> view.balance(0, 0));
  }

  private static void open(Exchange exchange) {
    exchange.send(new DefineAsset(0, "USD", 6, 1_000_000_000));
    exchange.send(new OpenCustody(0, CustodyKind.WALLET, "wallet"));
    exchange.send(new OpenAccount(0, "alice"));
  }

  private static void deposit(Exchange exchange, int times) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> each =
          IntStream.range(0, times)
              .<Callable<Answer>>mapToObj(_ -> () -> exchange.send(new DepositAsset(0, 0, 1, 0)))
              .toList();
      for (Future<Answer> answer : clients.invokeAll(each)) {
        assertThat(answer.get()).isInstanceOf(Answer.Done.class);
      }
    }
  }

  private static final class Heard implements Follower {
    private final List<Long> sequences = new ArrayList<>();
    private long before;
    private volatile long lastHash;

    @Override
    public void on(Happening happening, VenueView view) {
      sequences.add(happening.sequence());
      lastHash = view.stateHash();
    }

    @Override
    public void onLive(VenueView view) {
      before = view.sequence();
    }
  }
}
