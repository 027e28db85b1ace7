package org.plimsoll.trials.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.CommandGen;

/// Runs trials.
public final class Trial {
  private static final int ACTS_MAX = 20_000;

  private Trial() {}

  /// What came of one.
  ///
  /// @param script as far as it went
  /// @param commands how many the history has
  /// @param starts how many starts came to their end
  /// @param broken the promise that was not kept, if any
  /// @param why what was seen of that
  public record Outcome(
      Script script,
      Marks marks,
      long commands,
      long crashes,
      long starts,
      long refusals,
      Optional<Promise> broken,
      String why) {}

  /// Runs the trial of a seed.
  public static Outcome ofSeed(long seed, Plant plant) {
    TrialGen gen = new TrialGen(seed);
    World world = new World(gen.shape(), plant);
    CommandGen commands = gen.commands(world);
    world.marks().reachWeather(gen.weather().name());
    List<Act> acts = new ArrayList<>();
    try {
      while (!gen.isDone() && !world.isOver() && acts.size() < ACTS_MAX) {
        Act act = gen.next(world, commands);
        acts.add(act);
        world.act(act);
      }
      world.end();
    } catch (BrokenPromise broken) {
      return outcome(gen.shape(), acts, world, Optional.of(broken));
    }
    return outcome(gen.shape(), acts, world, Optional.empty());
  }

  /// Runs a trial again, or another one.
  public static Outcome of(Script script, Plant plant) {
    World world = new World(script.shape(), plant);
    try {
      script.acts().forEach(world::act);
      world.end();
    } catch (BrokenPromise broken) {
      return outcome(script.shape(), script.acts(), world, Optional.of(broken));
    }
    return outcome(script.shape(), script.acts(), world, Optional.empty());
  }

  private static Outcome outcome(
      Shape shape, List<Act> acts, World world, Optional<BrokenPromise> broken) {
    return new Outcome(
        new Script(shape, acts),
        world.marks(),
        world.commands(),
        world.crashes(),
        world.starts(),
        world.refusals(),
        broken.map(BrokenPromise::promise),
        broken.map(b -> String.valueOf(b.getMessage())).orElse(""));
  }
}
