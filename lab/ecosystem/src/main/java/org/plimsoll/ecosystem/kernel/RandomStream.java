package org.plimsoll.ecosystem.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Random numbers for one agent and one purpose. Where a stream begins follows from the seed of the
/// simulation and the two names alone, so an agent that joins or draws more shifts nobody else's.
///
/// The generator is SplitMix64 (Steele, Lea and Flood 2014), whose state is one number; the start
/// is the first 64 bits of SHA-256 over seed and names.
public final class RandomStream {
  private static final double DAY_NS = 86_400e9;

  private final RestorableUniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;
  private final ZigguratSampler.Exponential exponential;

  /// Creates the stream of an agent for a purpose.
  ///
  /// @param seed of the simulation
  public RandomStream(long seed, String agent, String purpose) {
    random = RandomSource.SPLIT_MIX_64.create(start(seed + "/" + agent + "/" + purpose));
    normal = ZigguratSampler.NormalizedGaussian.of(random);
    exponential = ZigguratSampler.Exponential.of(random);
  }

  private static long start(String names) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Returns a number from 0 to below 1.
  public double uniform() {
    return random.nextDouble();
  }

  /// Returns a whole number from 0 to below `bound`, which is positive.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// Returns 64 random bits.
  public long bits() {
    return random.nextLong();
  }

  /// Returns a standard normal number.
  public double normal() {
    return normal.sample();
  }

  /// Returns an exponentially distributed number of mean 1: how long until the next arrival.
  public double exponential() {
    return exponential.sample();
  }

  /// Returns the time to the next event of a Poisson process in nanoseconds, at least 1.
  ///
  /// @param perDay events a day on the average, positive
  public long nsToNext(double perDay) {
    return (long) (DAY_NS / perDay * exponential()) + 1;
  }

  /// Tells where the stream is.
  public void writeTo(StateSink sink) {
    byte[] state = ((RandomProviderDefaultState) random.saveState()).getState();
    sink.add(state.length);
    for (byte each : state) {
      sink.add(each);
    }
  }

  /// Goes to where a stream of the same names was.
  public void readFrom(StateSource source) {
    byte[] state = new byte[source.count()];
    for (int i = 0; i < state.length; i++) {
      state[i] = (byte) source.within(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    random.restoreState(new RandomProviderDefaultState(state));
  }
}
