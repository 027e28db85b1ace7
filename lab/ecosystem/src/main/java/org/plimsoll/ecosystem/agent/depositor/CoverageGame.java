package org.plimsoll.ecosystem.agent.depositor;

import java.util.Arrays;
import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Depositors who each see a little of how much the venue could pay, leave below a cutoff of their
/// own, and shift it by what they have lived through. Nobody knows the theory.
///
/// After each round it posts what the coverage was (`coverage-millionths`), whether the venue
/// survived (`survived`, 1 or 0) and the mean cutoff (`cutoff-millionths`).
final class CoverageGame implements Agent {
  private static final double HOUR_NS = 3_600e9;
  private static final double MILLION = 1e6;

  /// Rounds after which experience begins to weigh more than the last event.
  private static final double PATIENCE = 1_000;

  /// How near the cutoff a signal must be to say something about it, as a part of the noise: so
  /// near that whether the venue survives is still open on both sides.
  private static final double NEAR = 0.1;

  private final String name;
  private final Alarm alarm;
  private final CoverageGameTerms terms;
  private final DepositRounds deposits;
  private final Bulletin bulletin;
  private final RandomStream random;
  private final double[] cutoffs;
  private long rounds;

  CoverageGame(
      String name,
      Alarm alarm,
      CoverageGameTerms terms,
      DepositRounds deposits,
      Bulletin bulletin,
      RandomStream random) {
    this.name = name;
    this.alarm = alarm;
    this.terms = terms;
    this.deposits = deposits;
    this.bulletin = bulletin;
    this.random = random;
    cutoffs = new double[deposits.size()];
    Arrays.fill(cutoffs, terms.firstCutoff());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    double coverage = terms.lowest() + (terms.highest() - terms.lowest()) * random.uniform();
    double[] signals = new double[cutoffs.length];
    for (int i = 0; i < signals.length; i++) {
      signals[i] = coverage + terms.noise() * (2 * random.uniform() - 1);
    }
    deposits.begin(coverage);
    boolean survives = survives(signals);
    deposits.settle(survives ? 1 + terms.stayingYield() : terms.failureRecovery());
    learn(signals, survives);
    bulletin.post("coverage-millionths", nowNs, (long) (coverage * MILLION));
    bulletin.post("survived", nowNs, survives ? 1 : 0);
    double mean = Arrays.stream(cutoffs).sum() / cutoffs.length;
    bulletin.post("cutoff-millionths", nowNs, (long) (mean * MILLION));
    sleep();
  }

  /// Lets everybody act on his signal; the venue survives if all who ask are paid.
  private boolean survives(double[] signals) {
    boolean survives = true;
    for (int i = 0; i < signals.length; i++) {
      if (signals[i] < cutoffs[i]) {
        survives &= deposits.isPaid(i);
      }
    }
    return survives;
  }

  private void learn(double[] signals, boolean survives) {
    double gain = survives ? terms.stayingYield() : terms.failureRecovery() - 1;
    double shift = terms.step() * gain / StrictMath.sqrt(1 + rounds / PATIENCE);
    for (int i = 0; i < signals.length; i++) {
      if (Math.abs(signals[i] - cutoffs[i]) < terms.noise() * NEAR) {
        cutoffs[i] -= shift;
      }
    }
    rounds++;
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + (long) (terms.hoursPerRound() * HOUR_NS));
  }

  @Override
  public void writeTo(StateSink sink) {
    random.writeTo(sink);
    sink.add(rounds);
    for (double each : cutoffs) {
      sink.add(Double.doubleToRawLongBits(each));
    }
  }

  @Override
  public void readFrom(StateSource source) {
    random.readFrom(source);
    rounds = source.number();
    for (int i = 0; i < cutoffs.length; i++) {
      cutoffs[i] = Double.longBitsToDouble(source.number());
    }
  }
}
