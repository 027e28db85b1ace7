package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.host.HostListener;
import org.plimsoll.protocol.DecodeResult;

class TrialShrinkTest {
  private static final int RUNS = 800;

  /// Tells the fifth command twice.
  private static final class TellsTheFifthTwice implements Plant {
    @Override
    public HostListener listener(HostListener real) {
      return new HostListener() {
        @Override
        public void onApplied(long ticket, long sequence, byte[] events, int at, int length) {
          real.onApplied(ticket, sequence, events, at, length);
          if (sequence == 5) {
            real.onApplied(ticket, sequence, events, at, length);
          }
        }

        @Override
        public void onMalformed(long ticket, DecodeResult why) {
          real.onMalformed(ticket, why);
        }

        @Override
        public void onStopped(Optional<Throwable> why) {
          real.onStopped(why);
        }
      };
    }
  }

  @Test
  void shouldKeepNothingButWhatAFaultNeeds() {
    Trial.Outcome outcome = Trial.ofSeed(2, new TellsTheFifthTwice());
    Promise promise = outcome.broken().orElseThrow();
    assertThat(promise).isEqualTo(Promise.TOLD_ONCE_AND_IN_ORDER);
    Script small = TrialShrink.shrink(outcome.script(), promise, new TellsTheFifthTwice(), RUNS);
    assertThat(small.acts()).hasSizeLessThanOrEqualTo(5);
    assertThat(Trial.of(small, new TellsTheFifthTwice()).broken()).contains(promise);
    assertThat(Trial.of(small, new NoPlant()).broken()).isEmpty();
  }
}
