package org.plimsoll.ecosystem.run;

import java.util.List;
import org.plimsoll.ecosystem.Checkpoint;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.Scenario;

/// A run of a scenario from its start to its end.
public final class ScenarioRun {
  /// How often a run says how far it has come, at least.
  private static final int REPORTS = 400;

  private final RunOptions options;
  private final Label label;

  /// What a run is called in its outcome.
  ///
  /// @param scenario its name
  /// @param hash of its content
  /// @param switches set
  /// @param command the line that reproduces it
  public record Label(String scenario, String hash, List<String> switches, String command) {
    /// Takes a copy.
    public Label {
      switches = List.copyOf(switches);
    }
  }

  /// Prepares a run.
  public ScenarioRun(RunOptions options, Label label) {
    this.options = options;
    this.label = label;
  }

  /// Runs a plot that was changed, from the beginning or from where it branches off.
  ///
  /// @param base as the file has it
  /// @param changed with settings and switches
  /// @throws IllegalArgumentException if it cannot branch off: other parties, accounts or agents
  public Outcome run(Plot base, Plot changed) {
    if (options.branchAt().isEmpty()) {
      Assembly assembly = assemble(changed, options.commands());
      assembly.economy().simulation().start();
      return finish(assembly);
    }
    long branchNs = Moments.ns(options.branchAt().get());
    Assembly trunk = assemble(base, options.commands());
    trunk.economy().simulation().start();
    advance(trunk, branchNs);
    Assembly branch = assemble(changed, CommandListener.NOBODY);
    requireAlike(trunk, branch);
    branch.economy().simulation().start();
    byte[] kept = Checkpoint.of(trunk.economy(), label.hash());
    Checkpoint.restore(branch.economy(), label.hash(), kept)
        .ifPresent(refused -> {
          throw new IllegalArgumentException(
              "what the switches and settings change needs a run of its own, without"
                  + " `--branch-at`: "
                  + refused.why());
        });
    branch.economy().exchange().listen(options.commands());
    branch.takeOverFrom(trunk);
    branch.recorder().takeOverFrom(trunk.recorder());
    branch.exam().takeOverFrom(trunk.exam());
    branch.snapshots().takeOverFrom(trunk.snapshots());
    return finish(branch);
  }

  private Assembly assemble(Plot plot, CommandListener commands) {
    return Assembly.of(plot, options.seed(), options.profile(), options.histories(), commands);
  }

  /// What was kept of one economy fits another only if the same people take part in it.
  private static void requireAlike(Assembly trunk, Assembly branch) {
    boolean isAlike =
        names(trunk).equals(names(branch))
            && trunk.economy().ledger().holders().equals(branch.economy().ledger().holders())
            && trunk.roster().instruments().equals(branch.roster().instruments())
            && trunk.economy().exchange().accounts() == branch.economy().exchange().accounts();
    if (!isAlike) {
      throw new IllegalArgumentException(
          "a branch has the parties, accounts and agents of the scenario; settings that change them"
              + " need a run of their own, without `--branch-at`");
    }
  }

  private static List<String> names(Assembly assembly) {
    return assembly.economy().simulation().agents().stream().map(Agent::name).toList();
  }

  private long untilNs(Scenario scenario) {
    return Math.min(
        Moments.ns(scenario.until()), Moments.ns(options.until().orElse(scenario.until())));
  }

  private void advance(Assembly assembly, long untilNs) {
    Economy economy = assembly.economy();
    Scenario scenario = assembly.plot().scenario();
    long startNs = Moments.ns(scenario.start());
    long endNs = untilNs(scenario);
    long step = Math.max(1, (endNs - startNs) / REPORTS);
    while (economy.simulation().nowNs() < Math.min(untilNs, endNs)) {
      long now = economy.simulation().nowNs();
      economy.simulation().runUntil(Math.min(Math.min(untilNs, endNs), now + step));
      options
          .progress()
          .onProgress(startNs, economy.simulation().nowNs(), endNs, economy.exchange().events());
    }
  }

  private Outcome finish(Assembly assembly) {
    Economy economy = assembly.economy();
    Scenario scenario = assembly.plot().scenario();
    advance(assembly, untilNs(scenario));
    economy.audit();
    List<Flag> flags = economy.chronicle().flags();
    List<Series> series = assembly.recorder().series();
    Exchange exchange = economy.exchange();
    List<String> verdict =
        new VenueVerdict(assembly.exam(), flags, economy.simulation().nowNs()).sentences();
    return new Outcome(
        label.scenario(),
        scenario.title(),
        label.hash(),
        options.seed(),
        options.profile().name().toLowerCase(java.util.Locale.ROOT),
        label.switches(),
        label.command(),
        Moments.ns(scenario.start()),
        economy.simulation().nowNs(),
        economy.hash(),
        exchange.commands(),
        exchange.events(),
        Summary.of(verdict, series),
        scenario.notExplained(),
        series,
        flags,
        assembly.snapshots().sheets(),
        economy.wealth().flows(),
        economy.wealth().lines(),
        scenario
            .sourcesAndUses()
            .map(entry -> MoneyTrail.of(entry, assembly.roster(), economy))
            .orElse(List.of()),
        new Scoring(scenario, series, flags, economy.simulation().nowNs()).rows(),
        List.of(assembly.exam().row(label.switches(), flags)),
        assembly.exam().files());
  }
}
