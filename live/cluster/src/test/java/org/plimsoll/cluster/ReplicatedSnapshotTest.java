package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plimsoll.cluster.ReplicatedSnapshot.SnapshotRefusal;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.venue.Limits;

class ReplicatedSnapshotTest {
  private final ReplicatedVenue venue = venue();
  private final Messages messages = new Messages(venue);

  private static ReplicatedVenue venue() {
    return new ReplicatedVenue(Limits.DEFAULT, 3, 4, (_, _) -> {});
  }

  private byte[] snapshot() {
    messages.say(7, new Ingress.Hello(1));
    messages.send(7, 1, 1, new OpenAccount(0, "a"));
    messages.say(9, new Ingress.Tick(42));
    messages.say(9, new Ingress.Report(2, 7, 4, -1));
    return ReplicatedSnapshot.of(venue);
  }

  @Test
  void shouldGoOnAsIfNothingHadHappened() throws SnapshotRefusal {
    ReplicatedVenue restored = ReplicatedSnapshot.restore(venue(), snapshot());
    assertThat(restored.hash()).isEqualTo(venue.hash());

    Messages toRestored = new Messages(restored);
    Ingress.Say again = messages.message(1, 1, 0, new OpenAccount(0, "a"));
    assertThat(toRestored.say(7, again)).isEqualTo(messages.say(7, again));
    Ingress.Say next = messages.message(1, 2, 0, new OpenAccount(1, "b"));
    messages.say(7, next);
    toRestored.say(7, next);
    assertThat(restored.view().stateHash()).isEqualTo(venue.view().stateHash());
  }

  @Test
  void shouldRefuseAnyByteThatHasChanged() {
    byte[] good = snapshot();
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      int place = at;
      assertThatThrownBy(() -> ReplicatedSnapshot.restore(venue(), bad))
          .as("byte %d", place)
          .isInstanceOf(SnapshotRefusal.class)
          .hasMessageStartingWith("the snapshot is refused: ");
    }
  }

  @Test
  void shouldNameTheFormatThatItDoesNotKnow() {
    byte[] newer = snapshot();
    newer[8] = 2;
    assertThatThrownBy(() -> ReplicatedSnapshot.restore(venue(), newer))
        .hasMessage("the snapshot is refused: it has format 2, and this is known: 1");
  }

  @Test
  void shouldRefuseAPartOfOne() {
    byte[] good = snapshot();
    byte[] part = java.util.Arrays.copyOf(good, good.length - 1);
    assertThatThrownBy(() -> ReplicatedSnapshot.restore(venue(), part))
        .hasMessageContaining("its header tells of");
  }
}
