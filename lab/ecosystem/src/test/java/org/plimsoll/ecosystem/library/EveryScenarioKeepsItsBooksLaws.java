package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.outcome.Outcome;

/// The law of the ledgers, for every scenario that ships, in `coarse`. A run compares custody with
/// the world's ledger and balances every asset after each instant, compares everything at its end,
/// and each party's wealth with the parts that explain it; what does not agree ends it. So a run
/// that ends has kept its books.
///
/// `-Dplimsoll.scenario-seeds=50` runs as many seeds of each; in a check there are few.
/// `-Dplimsoll.scenario=NAME` runs that one alone. `-Dplimsoll.tally=FILE` adds a line for each
/// scenario that holds: its name, how many seeds from 1 on, and a hash over the states that they
/// ended in.
final class EveryScenarioKeepsItsBooksLaws {
  private static final int SEEDS = Integer.getInteger("plimsoll.scenario-seeds", 1);
  private static final String ONE = System.getProperty("plimsoll.scenario", "");
  private static final String TALLY = System.getProperty("plimsoll.tally", "");

  static Stream<String> names() {
    return ONE.isEmpty() ? ShippedScenarios.names().stream() : Stream.of(ONE);
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_seed_keeps_the_books_and_gives_the_same_state_again_and_on_two_threads(String name)
      throws Exception {
    long hash = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Outcome> runs = twiceAtOnce(name, seed);
      assertThat(runs.getFirst().stateHash())
          .as("state of %s with seed %s", name, seed)
          .isEqualTo(runs.getLast().stateHash());
      assertThat(runs.getFirst().wealth()).isEqualTo(runs.getLast().wealth());
      assertThat(runs.getFirst().switchTable()).isEqualTo(runs.getLast().switchTable());
      hash = 31 * hash + runs.getFirst().stateHash();
    }
    if (!TALLY.isEmpty()) {
      Files.writeString(
          Path.of(TALLY),
          "%s,%d,%016x,holds%n".formatted(name, SEEDS, hash),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static List<Outcome> twiceAtOnce(String name, long seed) throws Exception {
    LoadedScenario scenario = ((ReadResult.Loaded) ShippedScenarios.read(name)).scenario();
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Outcome>> runs = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        runs.add(two.submit(() -> scenario.run(seed, new TreeMap<>())));
      }
      for (Future<Outcome> run : runs) {
        outcomes.add(run.get());
      }
    }
    return outcomes;
  }
}
