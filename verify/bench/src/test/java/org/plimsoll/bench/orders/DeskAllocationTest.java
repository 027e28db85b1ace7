package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.EventDecoder;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Venue;

/// What every command of a desk allocates, from its bytes to the bytes of its events and with
/// whatever it makes due, held to the table on the page of benchmarks. A venue begins and grows
/// meanwhile, so what it keeps of something new counts as well.
class DeskAllocationTest {
  /// What decodes a record takes its final form after some hundred calls.
  private static final int VENUES_TO_WARM_UP = 100;

  private static final int ROUNDS_TO_WARM_UP = 3;
  private static final int VENUES = 5;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final CommandEncoder encoder = new CommandEncoder();
  private final EventEncoder events = new EventEncoder();
  private final Map<String, Taken> taken = new LinkedHashMap<>();
  private long sequence;

  @Test
  void everyCommandOfADeskKeepsToItsBound() throws IOException {
    runVenues(VENUES_TO_WARM_UP, ROUNDS_TO_WARM_UP);
    taken.clear();
    runVenues(VENUES, DeskRound.ROUNDS);
    taken.forEach((name, sum) -> System.out.printf(Locale.ROOT, "%s %d%n", name, sum.mean()));
    Map<String, Long> bounds = bounds();
    assertThat(bounds.keySet())
        .containsExactlyInAnyOrderElementsOf(
            records(DeskCommand.class).map(Class::getSimpleName).toList());
    bounds.forEach((name, bound) ->
        assertThat(taken.get(name))
            .as("bytes for a %s, at most %d and more than a quarter of it", name, bound)
            .isNotNull()
            .satisfies(sum -> assertThat(sum.mean()).isBetween(bound / 4, bound)));
  }

  private static Map<String, Long> bounds() throws IOException {
    String page = Files.readString(Path.of("../../docs/reference/benchmarks.md"));
    String table = page.substring(page.indexOf("| desk command |"));
    Map<String, Long> bounds = new LinkedHashMap<>();
    table.substring(0, table.indexOf("\n\n")).lines().skip(2).forEach(row -> addRow(bounds, row));
    return bounds;
  }

  private static void addRow(Map<String, Long> bounds, String row) {
    String[] cells = row.split("\\|", -1);
    long bound = Long.parseLong(cells[2].strip().replace(",", ""));
    for (String name : cells[1].split(",", -1)) {
      assertThat(bounds.put(name.strip().replace("`", ""), bound)).as(name).isNull();
    }
  }

  private static Stream<Class<?>> records(Class<?> commands) {
    return Arrays.stream(commands.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type))
        .distinct();
  }

  private void runVenues(int venues, int rounds) {
    for (int i = 0; i < venues; i++) {
      Venue venue = new Venue(DeskRound.LIMITS, events);
      List<Command> commands = new ArrayList<>(DeskRound.opening());
      for (int round = 0; round < rounds; round++) {
        commands.addAll(new DeskRound(round).commands());
      }
      commands.forEach(command -> deliver(venue, command));
    }
  }

  private void deliver(Venue venue, Command command) {
    new Request(0, ++sequence, command).deliverTo(encoder);
    events.clear();
    long before = threads.getCurrentThreadAllocatedBytes();
    DecodeResult result = dispatcher.dispatch(encoder.bytes(), 0, encoder.length(), venue);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(result).isEqualTo(DecodeResult.OK);
    assertThat(new EventDecoder().decode(events.bytes(), 0, events.length()).events())
        .as("%s", command)
        .noneMatch(CommandRefused.class::isInstance);
    taken.computeIfAbsent(command.getClass().getSimpleName(), _ -> new Taken()).add(allocated);
  }

  private static final class Taken {
    private long bytes;
    private long count;

    void add(long more) {
      bytes += more;
      count++;
    }

    long mean() {
      return bytes / count;
    }
  }
}
