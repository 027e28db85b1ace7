package org.plimsoll.trials.host;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.model.CommandGen;
import org.plimsoll.model.Seeds;
import org.plimsoll.model.Weather;
import org.plimsoll.protocol.Request;
import org.plimsoll.trials.disk.Fault;
import org.plimsoll.trials.disk.Survival;

/// Draws what happens next in a trial, by looking at its world. Each trial has a weather, a pace at
/// which threads come to their turn, and troubles of its own.
final class TrialGen {
  private static final int BLOCK = 4096;
  private static final long MILLISECOND = 1_000_000L;
  private static final long SECOND = 1_000 * MILLISECOND;
  private static final long HOUR = 3_600 * SECOND;
  private static final int FIRST_CLIENT = 1;
  private static final List<String> FILES =
      List.of("", "", "", "", ".journal", ".journal", ".snapshot", "next.part");

  /// Where in a command the sender's number stands.
  private static final int NUMBER_AT = 6;

  /// How many commands it takes at most to build a venue.
  private static final int OPENING = 100;

  private static final int FLOOD = 150;

  private enum Pace {
    /// Each command is decided and written at once.
    STEP_BY_STEP,
    /// Everything takes turns as it comes.
    MIXED,
    /// Many commands wait, then all are worked off.
    IN_BURSTS
  }

  private final SplittableRandom random;
  private final Deque<Act> next = new ArrayDeque<>();
  private final Shape shape;
  private final Weather weather;
  private final Pace pace;
  private final int troubleEvery;
  private final boolean isDiskFailing;
  private final boolean isLying;
  private final boolean isFlipping;
  private final boolean isFilling;
  private final int commands;
  private final Seeds seeds;
  private int asked;

  TrialGen(long seed) {
    this.seeds = new Seeds(seed);
    this.random = seeds.stream("trial");
    this.shape = shape(seed);
    this.weather = Weather.values()[random.nextInt(Weather.values().length)];
    this.pace =
        random.nextBoolean()
            ? Pace.STEP_BY_STEP
            : Pace.values()[random.nextInt(Pace.values().length)];
    this.troubleEvery = 20 << random.nextInt(4);
    this.isDiskFailing = random.nextInt(3) == 0;
    this.isLying = random.nextInt(6) == 0;
    this.isFlipping = random.nextInt(3) == 0;
    this.isFilling = random.nextInt(3) == 0;
    this.commands = 300 + random.nextInt(700);
  }

  private Shape shape(long seed) {
    int batch = BLOCK * (1 + random.nextInt(3));
    return new Shape(
        seed,
        2L * batch + (2L + random.nextInt(12)) * BLOCK,
        batch,
        MILLISECOND << random.nextInt(13),
        random.nextInt(4) == 0 ? 0 : 10 + random.nextInt(100),
        random.nextInt(3) == 0 ? 256 : 1 << (1 + random.nextInt(6)),
        random.nextInt(3) == 0);
  }

  Shape shape() {
    return shape;
  }

  Weather weather() {
    return weather;
  }

  /// Returns who draws commands for `world`.
  CommandGen commands(World world) {
    return new CommandGen(seeds, world.run().twin(), FIRST_CLIENT, weather);
  }

  boolean isDone() {
    return asked >= commands;
  }

  Act next(World world, CommandGen gen) {
    if (!next.isEmpty()) {
      return next.removeFirst();
    }
    if (!world.isUp()) {
      return start(world);
    }
    if (random.nextInt(troubleEvery) == 0) {
      return trouble(world, gen);
    }
    if (world.isFull() && random.nextInt(60) == 0) {
      return new Act.Room(true);
    }
    if (random.nextInt(5) == 0) {
      return new Act.Clock(time(world.clockNs()));
    }
    if (random.nextInt(500) == 0) {
      return flood(gen);
    }
    if (random.nextInt(50) == 0) {
      return new Act.Garble(HexFormat.of().formatHex(garbled(gen)));
    }
    return switch (pace) {
      case STEP_BY_STEP -> {
        next.addAll(List.of(new Act.Decide(), new Act.Write()));
        yield ask(gen);
      }
      case MIXED ->
          switch (random.nextInt(8)) {
            case 0, 1, 2 -> ask(gen);
            case 3, 4 -> new Act.Decide();
            default -> new Act.Write();
          };
      case IN_BURSTS -> burst(gen);
    };
  }

  private Act burst(CommandGen gen) {
    Act first = ask(gen);
    for (int more = random.nextInt(20); more > 0; more--) {
      next.add(ask(gen));
    }
    for (int more = random.nextInt(8); more >= 0; more--) {
      next.add(random.nextInt(3) > 0 ? new Act.Decide() : new Act.Write());
    }
    return first;
  }

  /// Returns so many commands at once that a turn takes several blocks.
  private Act flood(CommandGen gen) {
    Act first = ask(gen);
    for (int more = 0; more < FLOOD; more++) {
      next.add(ask(gen));
    }
    next.add(new Act.Decide());
    next.add(new Act.Write());
    return first;
  }

  private Act ask(CommandGen gen) {
    asked++;
    return new Act.Ask(gen.draw());
  }

  private Act start(World world) {
    if (world.isFull() && random.nextInt(4) == 0) {
      next.add(new Act.Start(survival(), -1));
      return new Act.Room(true);
    }
    if (random.nextInt(6) == 0) {
      next.add(new Act.Start(survival(), -1));
      return arm(crash());
    }
    if (isFlipping && random.nextInt(4) == 0) {
      return new Act.Start(random.nextBoolean() ? new Survival.SyncedOnly() : survival(), flip());
    }
    return new Act.Start(survival(), -1);
  }

  private long flip() {
    return random.nextLong(Long.MAX_VALUE);
  }

  private Act trouble(World world, CommandGen gen) {
    return switch (random.nextInt(8)) {
      case 0 -> new Act.Start(survival(), -1);
      case 1 -> new Act.Stop();
      case 2, 3 -> isFilling ? new Act.Room(world.isFull()) : arm(crash());
      case 4 -> isLying ? lie(gen) : arm(crash());
      case 5, 6 ->
          isDiskFailing ? arm(random.nextBoolean() ? Fault.FAIL : Fault.FAIL_AFTER) : arm(crash());
      default -> arm(crash());
    };
  }

  private Act arm(Fault fault) {
    String file = FILES.get(random.nextInt(FILES.size()));
    return new Act.Arm(random.nextInt(file.isEmpty() ? 30 : 9), fault, file);
  }

  /// Lets a sync lie, mostly that of the last thing that a machine does.
  private Act lie(CommandGen gen) {
    if (random.nextInt(3) == 0) {
      return arm(Fault.LIE);
    }
    next.addAll(List.of(ask(gen), new Act.Decide(), new Act.Write()));
    next.add(new Act.Start(new Survival.SyncedOnly(), -1));
    return new Act.Arm(0, Fault.LIE, ".journal");
  }

  private Fault crash() {
    return random.nextBoolean() ? Fault.CRASH_BEFORE : Fault.CRASH_AFTER;
  }

  private Survival survival() {
    return switch (random.nextInt(4)) {
      case 0 -> new Survival.Kill();
      case 1 -> new Survival.SyncedOnly();
      default -> new Survival.Some(random.nextInt(1_000_000));
    };
  }

  private long time(long nowNs) {
    boolean jumps = asked > OPENING && random.nextInt(25) == 0;
    if (jumps) {
      return random.nextInt(3) == 0
          ? Math.max(0, nowNs - random.nextLong(2 * HOUR))
          : nowNs + HOUR + random.nextLong(random.nextInt(4) == 0 ? 30 * HOUR : HOUR);
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> nowNs;
      case 2, 3, 4 -> nowNs + random.nextLong(10 * SECOND);
      default -> nowNs + random.nextLong(100 * MILLISECOND);
    };
  }

  /// Returns bytes that may be a command or not: one that was changed, cut or made longer, one of
  /// the host's, one of somebody whom nobody knows, or noise.
  private byte[] garbled(CommandGen gen) {
    if (asked < OPENING || random.nextInt(4) == 0) {
      return noise();
    }
    Request request = gen.draw();
    byte[] bytes = TrialClock.encoded(request);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(1_500));
      case 2 -> TrialClock.encoded(new Request(0, request.clientSequence(), request.command()));
      default -> changed(bytes);
    };
  }

  /// Returns a command of which one bit has changed, but not in the sender's number: too high a one
  /// would be the last that he can send.
  private byte[] changed(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    if (at < NUMBER_AT || at >= NUMBER_AT + Long.BYTES) {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }
}
