package org.plimsoll.ecosystem.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.ecosystem.run.AgentRefusal;
import org.plimsoll.ecosystem.run.Assembly;
import org.plimsoll.ecosystem.run.Plot;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.AgentPlan;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.ecosystem.scenario.UnknownName;
import org.plimsoll.text.FileKind;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Nearest;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Structure;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;
import org.plimsoll.text.Whereabouts;
import org.plimsoll.text.bind.Keys;
import org.plimsoll.text.bind.RecordReader;

/// Reads scenario files: the answer is a scenario or every problem of the file, never both.
///
/// A file that keeps to the schema is put together once, so that a term which names nothing, and a
/// rule which the venue refuses, are problems of the file and not of a run.
public final class ScenarioReader {
  /// How many bytes a scenario file may have.
  public static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

  static final FileKind KIND = new FileKind("scenario", "scenario: 1");

  private final List<AgentKind<?>> kinds;
  private final ScenarioSchema schema;

  /// Makes a reader that knows kinds of agents.
  public ScenarioReader(List<AgentKind<?>> kinds) {
    this.kinds = List.copyOf(kinds);
    schema = new ScenarioSchema(kinds);
  }

  /// Returns the schema of scenario files.
  public ScenarioSchema schema() {
    return schema;
  }

  /// Reads the bytes of a file.
  ///
  /// @param file what problems call it
  /// @param name of the scenario
  public ReadResult read(byte[] bytes, String file, String name) {
    if (bytes.length > FILE_BYTES_MAX) {
      String message = "the file is larger than " + FILE_BYTES_MAX + " bytes";
      return new ReadResult.Refused(List.of(new Problem(file, 0, 0, message)));
    }
    Problems problems = new Problems(file, KIND);
    Optional<Tree> tree =
        FileText.decode(bytes, problems).flatMap(text -> TreeReader.read(text, problems));
    Optional<Plot> plot = tree.flatMap(root -> plot(root, problems));
    if (plot.isPresent()) {
      checkSwitches(tree.orElseThrow(), plot.get().scenario(), problems);
    }
    if (!problems.isEmpty() || plot.isEmpty()) {
      return new ReadResult.Refused(problems.inFileOrder());
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new ReadResult.Loaded(
        new LoadedScenario(this, name, file, text, tree.orElseThrow(), plot.get()));
  }

  /// Returns the plot of a scenario with other settings.
  ///
  /// @param settings values in words, by path; the switches come before them
  /// @return nothing if there is a problem, which was added
  Optional<Plot> plot(
      Tree root,
      Scenario base,
      List<String> switches,
      Map<String, String> settings,
      Problems problems) {
    Tree changed = root;
    Place line = Place.whole("--switch");
    for (String name : switches) {
      Scenario.SwitchEntry entry = base.switches().get(name);
      if (entry == null) {
        String hint = Nearest.hint(name, base.switches().keySet());
        problems.add(line, "there is no switch `" + name + "` in this scenario" + hint);
      } else {
        changed = switched(changed, entry, problems);
      }
    }
    for (Map.Entry<String, String> each : settings.entrySet()) {
      Place place = Place.whole("--set " + each.getKey());
      Optional<Tree> value = Settings.value(each.getKey(), each.getValue(), problems);
      if (value.isPresent()) {
        changed = Settings.apply(changed, each.getKey(), value.get(), place, problems);
      }
    }
    return problems.isEmpty() ? plot(changed, problems) : Optional.empty();
  }

  private static Tree switched(Tree root, Scenario.SwitchEntry entry, Problems problems) {
    Tree changed = root;
    for (Map.Entry<String, Tree> each : entry.set().entrySet()) {
      Tree value = each.getValue();
      changed = Settings.apply(changed, each.getKey(), value, value.place(), problems);
    }
    return changed;
  }

  /// What a switch makes of a scenario must be one, too.
  private void checkSwitches(Tree root, Scenario scenario, Problems problems) {
    scenario
        .switches()
        .values()
        .forEach(entry -> {
          int before = problems.count();
          Tree changed = switched(root, entry, problems);
          if (problems.count() == before) {
            plot(changed, problems);
          }
        });
  }

  private Optional<Plot> plot(Tree root, Problems problems) {
    if (!(root instanceof Tree.Mapping)) {
      problems.add(root.place(), "this is not a scenario; " + KIND.beginning());
      return Optional.empty();
    }
    int before = problems.count();
    Structure.check(root, schema.schema(), problems);
    Reading reading = new Reading(problems);
    Optional<Scenario> scenario = new RecordReader(reading).read(Scenario.class, root);
    if (scenario.isEmpty() || problems.count() > before) {
      reading.requireComplete();
      return Optional.empty();
    }
    new ReferenceChecks(root, scenario.get(), problems).run();
    List<Entry> entries = agents(scenario.get(), reading);
    if (problems.count() > before) {
      return Optional.empty();
    }
    Plot plot = new Plot(scenario.get(), entries.stream().<AgentPlan<?>>map(Entry::plan).toList());
    assemble(plot, entries, root, problems);
    return problems.count() > before ? Optional.empty() : Optional.of(plot);
  }

  private record Entry(AgentPlan<?> plan, Tree tree) {}

  private List<Entry> agents(Scenario scenario, Reading reading) {
    List<Entry> plans = new ArrayList<>();
    for (Tree tree : scenario.agents()) {
      AgentEntry entry = new AgentEntry(tree, reading);
      for (AgentKind<?> kind : kinds) {
        if (kind.name().equals(entry.kind())) {
          read(kind, entry, reading, plans);
        }
      }
    }
    return plans;
  }

  private static <T extends Record> void read(
      AgentKind<T> kind, AgentEntry entry, Reading reading, List<Entry> plans) {
    RecordReader reader = new RecordReader(reading);
    for (int number = 1; number <= entry.count(); number++) {
      String name = entry.name(number);
      Optional<T> terms = reader.read(kind.terms(), entry.terms(number));
      if (terms.isEmpty()) {
        return;
      }
      plans.add(new Entry(new AgentPlan<>(kind, name, terms.get()), entry.tree()));
    }
  }

  /// Puts the scenario together to see whether that can be done.
  private static void assemble(Plot plot, List<Entry> entries, Tree root, Problems problems) {
    try {
      Assembly.of(plot, plot.scenario().seed(), Profile.COARSE);
    } catch (AgentRefusal refusal) {
      Entry entry = entries.get(refusal.agent());
      if (refusal.getCause() instanceof UnknownName unknown) {
        problems.add(
            Whereabouts.ofText(entry.tree(), unknown.name()),
            unknown.getMessage()
                + " in this scenario"
                + Nearest.hint(unknown.name(), unknown.known()));
      } else {
        String message = String.valueOf(refusal.getCause().getMessage());
        problems.add(place(entry, message), message);
      }
    } catch (UnknownName unknown) {
      problems.add(
          Whereabouts.ofText(root, unknown.name()),
          unknown.getMessage()
              + " in this scenario"
              + Nearest.hint(unknown.name(), unknown.known()));
    } catch (IllegalArgumentException | IllegalStateException refusal) {
      problems.add(new Whereabouts(root).of("venue"), String.valueOf(refusal.getMessage()));
    }
  }

  /// Returns where the term stands that a message names, or its entry.
  private static Place place(Entry entry, String message) {
    if (entry.tree() instanceof Tree.Mapping mapping) {
      List<String> keys = mapping.entries().stream().map(Tree.Entry::key).toList();
      Optional<String> named = Keys.firstNamed(message, keys);
      if (named.isPresent()) {
        return mapping.entries().get(keys.indexOf(named.get())).value().place();
      }
    }
    return entry.tree().place();
  }
}
