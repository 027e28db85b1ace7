package org.plimsoll.trials.host;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.trials.disk.Survival;

/// Makes a trial that breaks a promise short, by delta debugging as [org.plimsoll.model.Shrink]
/// does: it leaves out halves, quarters, down to single acts, as long as what is left still breaks
/// the same promise. Then machines that stop become plainer ones.
public final class TrialShrink {
  private final Plant plant;
  private final Promise promise;
  private int runsLeft;

  private TrialShrink(Plant plant, Promise promise, int runsMax) {
    this.plant = plant;
    this.promise = promise;
    this.runsLeft = runsMax;
  }

  /// Returns a shorter trial that breaks the same promise.
  ///
  /// @param runsMax how many trials may be run for it
  public static Script shrink(Script failing, Promise promise, Plant plant, int runsMax) {
    TrialShrink shrink = new TrialShrink(plant, promise, runsMax);
    Script smallest = failing;
    Script smaller = shrink.plainer(shrink.shorter(smallest));
    while (!smaller.equals(smallest) && shrink.runsLeft > 0) {
      smallest = smaller;
      smaller = shrink.plainer(shrink.shorter(smallest));
    }
    return smaller;
  }

  private boolean fails(Script candidate) {
    return runsLeft-- > 0
        && Trial.of(candidate, plant).broken().filter(promise::equals).isPresent();
  }

  private Script shorter(Script failing) {
    Script kept = failing;
    for (int size = Math.max(1, kept.acts().size() / 2); size >= 1; size /= 2) {
      int from = 0;
      while (from < kept.acts().size()) {
        Script without = kept.with(without(kept.acts(), from, size));
        if (fails(without)) {
          kept = without;
        } else {
          from += size;
        }
      }
    }
    return kept;
  }

  private static List<Act> without(List<Act> acts, int from, int size) {
    List<Act> rest = new ArrayList<>(acts.subList(0, from));
    rest.addAll(acts.subList(Math.min(acts.size(), from + size), acts.size()));
    return rest;
  }

  private Script plainer(Script failing) {
    Script kept = failing;
    for (int i = 0; i < kept.acts().size(); i++) {
      if (kept.acts().get(i) instanceof Act.Start start) {
        for (Survival survival : List.of(new Survival.Kill(), new Survival.SyncedOnly())) {
          List<Act> acts = new ArrayList<>(kept.acts());
          acts.set(i, new Act.Start(survival, start.flip()));
          boolean isPlainer = start.survival() instanceof Survival.Some && fails(kept.with(acts));
          kept = isPlainer ? kept.with(acts) : kept;
        }
      }
    }
    return kept;
  }
}
