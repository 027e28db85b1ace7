package org.plimsoll.ecosystem.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.run.Plot;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.run.ScenarioRun;
import org.plimsoll.ecosystem.scenario.RunnableScenario;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.results.ShellLine;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;

/// A scenario that was read: it can be run as it stands and with other settings.
public final class LoadedScenario implements RunnableScenario {
  private final ScenarioReader reader;
  private final String name;
  private final String file;
  private final String text;
  private final Tree root;
  private final Plot plot;

  LoadedScenario(
      ScenarioReader reader, String name, String file, String text, Tree root, Plot plot) {
    this.reader = reader;
    this.name = name;
    this.file = file;
    this.text = text;
    this.root = root;
    this.plot = plot;
  }

  /// Returns what it says to put together.
  public Plot plot() {
    return plot;
  }

  /// Returns its name.
  public String name() {
    return name;
  }

  /// Returns what the file says.
  public Scenario scenario() {
    return plot.scenario();
  }

  /// Returns the file as it was read.
  public String text() {
    return text;
  }

  /// Returns the SHA-256 of the file's text in hexadecimal.
  public String hash() {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Returns what to change in a scenario.
  ///
  /// @param switches by name, one after the other
  /// @param settings values in words by path, after them
  /// @param command the line that reproduces the run
  public record Changes(List<String> switches, Map<String, String> settings, String command) {
    /// Takes copies.
    public Changes {
      switches = List.copyOf(switches);
      settings = new TreeMap<>(settings);
    }
  }

  /// Returns an empty list of what is wrong with what is read beside the file.
  public Problems noProblems() {
    return new Problems(file, ScenarioReader.KIND);
  }

  /// Says what of the changes makes no sense; nothing if they can be run.
  public List<Problem> problems(Changes changes) {
    Problems problems = noProblems();
    changed(changes, problems);
    return problems.inFileOrder();
  }

  /// Returns what the file says with changes that have no problems.
  public Scenario scenario(Changes changes) {
    return plot(changes).scenario();
  }

  /// Returns what it says to put together with changes that have no problems.
  public Plot plot(Changes changes) {
    return changed(changes, noProblems()).orElse(plot);
  }

  /// Runs it with changes.
  ///
  /// @throws IllegalArgumentException if a change makes no sense
  public Outcome run(RunOptions options, Changes changes) {
    Problems problems = noProblems();
    Plot changed =
        changed(changes, problems)
            .orElseThrow(
                () -> new IllegalArgumentException(problems.inFileOrder().getFirst().toString()));
    ScenarioRun.Label label =
        new ScenarioRun.Label(name, hash(), changes.switches(), changes.command());
    return new ScenarioRun(options, label).run(plot, changed);
  }

  @Override
  public Outcome run(long seed, Map<String, String> settings) {
    List<String> words = new ArrayList<>(List.of("simulate", name, "--profile", "coarse"));
    words.addAll(List.of("--seed", Long.toString(seed)));
    new TreeMap<>(settings)
        .forEach((path, value) -> words.addAll(List.of("--set", path + "=" + value)));
    return run(
        RunOptions.of(seed, Profile.COARSE), new Changes(List.of(), settings, ShellLine.of(words)));
  }

  private Optional<Plot> changed(Changes changes, Problems problems) {
    if (changes.switches().isEmpty() && changes.settings().isEmpty()) {
      return Optional.of(plot);
    }
    return reader.plot(root, plot.scenario(), changes.switches(), changes.settings(), problems);
  }
}
