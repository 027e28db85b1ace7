package org.plimsoll.sweep;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moeaframework.util.sequence.Saltelli;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.results.JsonText;
import org.plimsoll.results.ShellLine;

/// What a sweep runs.
///
/// @param scenario its name or path, as it was given
/// @param scenarioHash of its content
/// @param simulate the command line of one run without its seed and varied settings, such as
///   `./plimsoll simulate ftx-2022 --profile coarse`
/// @param runs how many, at least 1
/// @param baseSeed of run 0; each run's seed is one more than that of the run before it, or each
///   block's where the sampling has blocks
/// @param fixed settings that every run has, by path
/// @param variations settings that differ
public record SweepPlan(
    String scenario,
    String scenarioHash,
    String simulate,
    int runs,
    long baseSeed,
    Sampling sampling,
    Map<String, String> fixed,
    List<Variation> variations)
    implements Serializable {
  private static final int VERSION = 1;
  private static final Pattern VERSION_TEXT = Pattern.compile("\\{\\s*\"version\" : (\\d+)\\b");
  private static final String AGENT = "sweep";

  /// More digits would make lines that nobody can read.
  private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

  /// Takes copies and checks the plan.
  ///
  /// @throws IllegalArgumentException if there is no run, a path is there twice, or the runs are
  ///   not as many as the sampling needs
  public SweepPlan {
    if (runs < 1) {
      throw new IllegalArgumentException("a sweep needs at least one run, not " + runs);
    }
    fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
    variations = List.copyOf(variations);
    SortedMap<String, String> paths = new TreeMap<>(fixed);
    for (Variation variation : variations) {
      if (paths.put(variation.path(), "") != null) {
        throw new IllegalArgumentException("path " + variation.path() + " is there twice");
      }
    }
    if (sampling == Sampling.SOBOL && (variations.isEmpty() || runs % block(variations) != 0)) {
      throw new IllegalArgumentException(
          "sobol needs settings that vary, and for V of them a multiple of 2 V + 2 runs; "
              + (variations.isEmpty() ? "none varies" : runs + " is none of " + block(variations)));
    }
  }

  private static int block(List<Variation> variations) {
    return 2 * variations.size() + 2;
  }

  /// Returns the seed of a run.
  ///
  /// @param run from 0
  public long seed(int run) {
    return baseSeed + (sampling == Sampling.SOBOL ? run / block(variations) : run);
  }

  /// Returns the settings of every run, fixed ones and varied ones, by path. What varies within its
  /// part of the range is drawn from the run's own stream, so it does not depend on other settings.
  public List<Map<String, String>> settings() {
    List<Map<String, String>> all = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      all.add(new LinkedHashMap<>(fixed));
    }
    if (sampling == Sampling.SOBOL) {
      double[][] points = new Saltelli().generate(runs, variations.size());
      for (int i = 0; i < variations.size(); i++) {
        for (int run = 0; run < runs; run++) {
          all.get(run).put(variations.get(i).path(), words(variations.get(i), points[run][i]));
        }
      }
    } else {
      for (Variation variation : variations) {
        int[] parts = parts(variation);
        for (int run = 0; run < runs; run++) {
          all.get(run).put(variation.path(), value(variation, run, parts[run]));
        }
      }
    }
    return all.stream().map(Collections::unmodifiableMap).toList();
  }

  private String value(Variation variation, int run, int part) {
    double within = new RandomStream(seed(run), AGENT, variation.path()).uniform();
    double place = sampling == Sampling.UNIFORM ? within : (part + within) / runs;
    return words(variation, place);
  }

  /// Returns the value at a place of a range, from 0 to 1, as it is set.
  private static String words(Variation variation, double place) {
    double value = variation.low() + (variation.high() - variation.low()) * place;
    return JsonText.decimal(new BigDecimal(Double.toString(value)).round(DIGITS));
  }

  /// Deals the parts of a range to the runs: Fisher and Yates, from the plan's own stream.
  private int[] parts(Variation variation) {
    RandomStream stream = new RandomStream(baseSeed, AGENT, "parts of " + variation.path());
    int[] parts = new int[runs];
    for (int i = 0; i < runs; i++) {
      int other = stream.below(i + 1);
      parts[i] = parts[other];
      parts[other] = i;
    }
    return parts;
  }

  /// Returns the line that gives a run again.
  String line(PlannedRun run) {
    List<String> words = new ArrayList<>(List.of("--seed", Long.toString(seed(run.number()))));
    run.settings().forEach((path, value) -> words.addAll(List.of("--set", path + "=" + value)));
    return simulate + " " + ShellLine.quoted(words);
  }

  /// Returns the plan as JSON. Two plans with the same text have the same runs.
  public String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", VERSION);
    tree.put("scenario", scenario);
    tree.put("scenario_hash", scenarioHash);
    tree.put("simulate", simulate);
    tree.put("runs", runs);
    tree.put("base_seed", Long.toString(baseSeed));
    tree.put("sampling", sampling.name().toLowerCase(Locale.ROOT));
    tree.put("fixed", fixed);
    tree.put("vary", variations.stream().map(SweepPlan::tree).toList());
    return JsonText.of(tree);
  }

  /// Says why a plan that was kept cannot be gone on with; nothing if it is this one.
  ///
  /// @param kept text of a plan
  Optional<String> refusalOf(String kept) {
    Matcher found = VERSION_TEXT.matcher(kept);
    String version = found.lookingAt() ? "version " + found.group(1) : "no version";
    if (!version.equals("version " + VERSION)) {
      return Optional.of("a plan of " + version + "; known is version " + VERSION);
    }
    return kept.equals(json()) ? Optional.empty() : Optional.of("another plan");
  }

  private static Object tree(Variation variation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("path", variation.path());
    tree.put("low", variation.low());
    tree.put("high", variation.high());
    return tree;
  }
}
