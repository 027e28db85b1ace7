package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Request;

/// Every law over many seeded histories. `-Dplimsoll.seeds=10000` makes it a soak,
/// `-Dplimsoll.firstSeed=N` starts elsewhere.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomHistoryLaws {
  private static final int SEEDS = Integer.getInteger("plimsoll.seeds", 150);
  private static final long FIRST_SEED = Long.getLong("plimsoll.firstSeed", 1);
  private static final int COMMANDS = 400;

  private final SortedMap<String, String> failures = new TreeMap<>();
  private final Coverage coverage = new Coverage();

  @BeforeAll
  void runEverySeed() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      List<Request> history = history(seed);
      for (Law law : VenueLaws.all()) {
        if (!failures.containsKey(law.name())) {
          Optional<String> broken = law.brokenBy(history);
          if (broken.isPresent()) {
            failures.put(law.name(), report(law, seed, history, broken.get()));
          }
        }
      }
    }
    System.out.print(coverage); // goes to the report file of this class
  }

  static List<Law> laws() {
    return VenueLaws.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laws")
  void everyHistoryObeys(Law law) {
    assertThat(failures.getOrDefault(law.name(), "")).isEmpty();
  }

  @Test
  void shouldReachEveryMarkAndEveryReasonForARefusal() {
    assertThat(coverage.neverReached()).isEmpty();
  }

  private List<Request> history(long seed) {
    CommandGen gen = new CommandGen(new Seeds(seed), new NaiveVenue(VenueLaws.SIZES));
    HistoryChecker watcher = coverage.ofOneHistory();
    List<Request> history = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      CommandGen.Step step = gen.next();
      watcher.onCommand(step.request(), step.events());
      history.add(step.request());
    }
    return history;
  }

  private static String report(Law law, long seed, List<Request> history, String why) {
    List<Request> small =
        new Shrink(candidate -> law.brokenBy(candidate).isPresent()).shrink(history);
    return "law: "
        + law.name()
        + "\nseed: "
        + seed
        + "\nin full: "
        + why
        + "\nshrunk: "
        + law.brokenBy(small).orElse("-")
        + "\n"
        + HistoryText.write(small);
  }
}
