package org.plimsoll.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Limits;

class HostTest {
  private static final JournalSettings SMALL = new JournalSettings(64 << 10, 8 << 10);
  private static final HostSettings SETTINGS =
      new HostSettings(Limits.DEFAULT, SMALL, 1_000_000, 100, 64);

  @TempDir private Path directory;
  private final Heard heard = new Heard();

  @Test
  void shouldTellEveryCommandOnceAndInTheOrderOfHistory() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), heard)) {
      for (int account = 0; account < 500; account++) {
        submit(host, account, new OpenAccount(account, "account-" + account));
      }
    }
    assertThat(heard.tickets).filteredOn(ticket -> ticket != Host.TICK).hasSize(500).isSorted();
    assertThat(heard.sequences)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, heard.sequences.size()).boxed().toList());
    assertThat(heard.stops).containsExactly(Optional.empty());
  }

  @Test
  void shouldComeBackWithTheSameStateFromTheJournalAloneAndFromASnapshot() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), heard)) {
      for (int account = 0; account < 300; account++) {
        submit(host, account, new OpenAccount(account, "account-" + account));
      }
    }
    try (DiskStorage storage = DiskStorage.openToRead(directory)) {
      long whole;
      try (Replay replay = Replay.longest(storage, new EventEncoder())) {
        whole = hashAtEnd(replay);
      }
      try (Replay replay = Replay.latest(storage, new EventEncoder())) {
        assertThat(replay.snapshot()).isPresent();
        assertThat(hashAtEnd(replay)).isEqualTo(whole);
        assertThat(replay.venue().view().accounts()).hasSize(300);
      }
    }
  }

  @Test
  void shouldGoOnWhereItStopped() throws Exception {
    for (int run = 0; run < 3; run++) {
      try (DiskStorage storage = DiskStorage.open(directory);
          Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), heard)) {
        submit(host, run, new OpenAccount(run, "run-" + run));
      }
    }
    assertThat(heard.sequences)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, heard.sequences.size()).boxed().toList());
    assertThat(heard.tickets).contains(0L, 1L, 2L);
  }

  @Test
  void shouldTellWhatIsNoCommandAndGiveItNoPlaceInHistory() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), heard)) {
      byte[] nonsense = {1, 2, 3, 4, 5, 6, 7, 8};
      assertThat(host.submit(7, nonsense, 0, nonsense.length)).isEqualTo(Admission.TAKEN);
    }
    assertThat(heard.malformed).containsExactly("7 " + DecodeResult.MALFORMED);
  }

  @Test
  void shouldTakeNothingInItsOwnNameAndNothingTooLong() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory)) {
      Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), heard);
      CommandEncoder encoder = new CommandEncoder();
      new Request(Host.CLIENT, 1, new OpenAccount(0, "host")).deliverTo(encoder);
      assertThat(host.submit(1, encoder.bytes(), 0, encoder.length()))
          .isEqualTo(Admission.NOT_A_CLIENT);
      byte[] tooLong = new byte[Host.COMMAND_BYTES_MAX + 1];
      assertThat(host.submit(1, tooLong, 0, tooLong.length)).isEqualTo(Admission.TOO_LONG);
      host.close();
      assertThat(host.submit(1, tooLong, 0, 10)).isEqualTo(Admission.STOPPED);
      assertThat(host.state()).isEqualTo(HostState.STOPPED);
    }
  }

  @Test
  void shouldNotStartWithoutTheBoundsThatTheVenueWasMadeWith() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), heard)) {
      submit(host, 0, new OpenAccount(0, "alone"));
    }
    Files.delete(directory.resolve("venue.limits"));
    try (DiskStorage storage = DiskStorage.open(directory)) {
      assertThatThrownBy(() -> Host.start(storage, SETTINGS, HostClock.ofSystem(), heard))
          .isInstanceOf(HostRefusal.class)
          .hasMessageContaining("venue.limits");
    }
  }

  @Test
  void shouldNotStartUnderBoundsOfWhichABitHasChanged() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), heard)) {
      submit(host, 0, new OpenAccount(0, "alone"));
    }
    Path file = directory.resolve("venue.limits");
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      try (DiskStorage storage = DiskStorage.open(directory)) {
        assertThatThrownBy(() -> Host.start(storage, SETTINGS, HostClock.ofSystem(), heard))
            .isInstanceOf(HostRefusal.class)
            .hasMessageContaining("venue.limits");
      }
    }
  }

  @Test
  void shouldHaltAndTellNothingMoreWhenAListenerFails() throws Exception {
    Heard failing =
        new Heard() {
          @Override
          public void onApplied(long ticket, long sequence, byte[] events, int at, int length) {
            throw new IllegalStateException("no more", new IOException("the line is cut"));
          }
        };
    try (DiskStorage storage = DiskStorage.open(directory)) {
      Host host = Host.start(storage, SETTINGS, HostClock.ofSystem(), failing);
      submit(host, 0, new OpenAccount(0, "alone"));
      host.close();
      assertThat(host.state()).isEqualTo(HostState.HALTED);
      assertThat(host.trouble())
          .hasValueSatisfying(why ->
              assertThat(why)
                  .hasMessage("no more")
                  .hasRootCauseMessage("the line is cut")
                  .hasStackTraceContaining("HostTest")
                  .hasStackTraceContaining("HostSteps.write"));
      assertThat(failing.stops).containsExactly(host.trouble());
    }
  }

  private static long hashAtEnd(Replay replay) throws HostRefusal {
    while (replay.next()) {
      // to the end
    }
    return replay.venue().view().stateHash();
  }

  private static void submit(Host host, long number, Command command) throws IOException {
    CommandEncoder encoder = new CommandEncoder();
    new Request(1, number + 1, command).deliverTo(encoder);
    Admission admission = host.submit(number, encoder.bytes(), 0, encoder.length());
    while (admission == Admission.BUSY || admission == Admission.NO_ROOM) {
      Thread.onSpinWait();
      admission = host.submit(number, encoder.bytes(), 0, encoder.length());
    }
    assertThat(admission).isEqualTo(Admission.TAKEN);
  }

  private static class Heard implements HostListener {
    private final List<Long> tickets = new CopyOnWriteArrayList<>();
    private final List<Long> sequences = new CopyOnWriteArrayList<>();
    private final List<String> malformed = new CopyOnWriteArrayList<>();
    final List<Optional<Throwable>> stops = new ArrayList<>();

    @Override
    public void onApplied(long ticket, long sequence, byte[] events, int offset, int length) {
      tickets.add(ticket);
      sequences.add(sequence);
    }

    @Override
    public void onMalformed(long ticket, DecodeResult why) {
      malformed.add(ticket + " " + why);
    }

    @Override
    public void onStopped(Optional<Throwable> why) {
      stops.add(why);
    }
  }
}
