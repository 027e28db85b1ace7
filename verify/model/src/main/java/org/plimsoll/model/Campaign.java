package org.plimsoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.plimsoll.protocol.Request;

/// Every law over many seeds, on several threads. What it finds depends on the seeds alone: what
/// threads bring is added up in the order of the seeds.
public final class Campaign {
  private static final int SHORT = 300;
  private static final int LONG = 1_200;
  private static final int LONG_EVERY = 10;
  private static final int BATCH = 64;

  private final List<Law> laws;
  private final Coverage coverage = new Coverage();
  private final SortedMap<String, Finding> findings = new TreeMap<>();
  private long seeds;
  private long commands;
  private long failures;

  /// A law that does not hold.
  ///
  /// @param seed the first that shows it
  /// @param history up to where it shows
  public record Finding(String law, long seed, String why, List<Request> history) {}

  /// What one seed brought.
  private record Outcome(long commands, Coverage coverage, List<Finding> findings) {}

  /// Creates a campaign that has run nothing yet.
  public Campaign(List<Law> laws) {
    this.laws = laws;
  }

  /// Runs seeds in their order until `count` of them have run or `isOver` says so.
  public void run(long firstSeed, long count, int threads, BooleanSupplier isOver) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      long next = firstSeed;
      while (next < firstSeed + count && !isOver.getAsBoolean()) {
        List<Future<Outcome>> batch = new ArrayList<>();
        long end = Math.min(firstSeed + count, next + (long) BATCH * threads);
        for (; next < end; next++) {
          long seed = next;
          batch.add(pool.submit(() -> runOne(seed)));
        }
        for (Future<Outcome> outcome : batch) {
          add(outcome.get());
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns how many commands the history of a seed has: every tenth is long enough that accounts
  /// and queues fill up, the others are short, so that many venues are tried.
  static int length(long seed) {
    return seed % LONG_EVERY == 0 ? LONG : SHORT;
  }

  private Outcome runOne(long seed) {
    Coverage reached = new Coverage();
    HistoryChecker watcher = reached.ofOneHistory();
    LawRun run = new LawRun(laws);
    CommandGen gen = new CommandGen(new Seeds(seed), run.twin());
    List<Finding> found = new ArrayList<>();
    try {
      for (int i = 0; i < length(seed); i++) {
        run.apply(gen.draw());
        watcher.onCommand(run.history().getLast(), run.events());
        collect(seed, run, found);
      }
      run.end();
      run.tell(reached);
      collect(seed, run, found);
    } catch (RuntimeException | Error thrown) {
      found.add(
          new Finding(
              VenueLaws.NO_COMMAND_THROWS,
              seed,
              thrown + " at " + List.of(thrown.getStackTrace()).subList(0, 1),
              List.copyOf(run.history())));
    }
    return new Outcome(run.history().size(), reached, found);
  }

  private static void collect(long seed, LawRun run, List<Finding> found) {
    if (run.broken().size() > found.size()) {
      run.broken()
          .forEach((law, why) -> {
            if (found.stream().noneMatch(finding -> finding.law().equals(law))) {
              found.add(new Finding(law, seed, why, List.copyOf(run.history())));
            }
          });
    }
  }

  private void add(Outcome outcome) {
    seeds++;
    commands += outcome.commands();
    coverage.add(outcome.coverage());
    failures += outcome.findings().size();
    outcome.findings().forEach(finding -> findings.putIfAbsent(finding.law(), finding));
  }

  /// Returns how many seeds have run.
  public long seeds() {
    return seeds;
  }

  /// Returns how many commands they had.
  public long commands() {
    return commands;
  }

  /// Returns how often a seed broke a law.
  public long failures() {
    return failures;
  }

  /// Returns what was reached.
  public Coverage coverage() {
    return coverage;
  }

  /// Returns the first finding of each law that does not hold, by its name.
  public List<Finding> findings() {
    return List.copyOf(findings.values());
  }

  /// Returns the finding of that law.
  public Optional<Finding> finding(String law) {
    return Optional.ofNullable(findings.get(law));
  }

  /// Returns a finding with the shortest history that still shows it, as a script.
  public String report(Finding finding) {
    Law law =
        laws.stream().filter(each -> each.name().equals(finding.law())).findFirst().orElseThrow();
    List<Request> small =
        new Shrink(candidate -> law.brokenBy(candidate).isPresent()).shrink(finding.history());
    return """
    law: %s
    seed: %d
    in full: %s
    shrunk: %s
    %s\
    """
        .formatted(
            finding.law(),
            finding.seed(),
            finding.why(),
            law.brokenBy(small).orElse("-"),
            HistoryText.write(small));
  }
}
