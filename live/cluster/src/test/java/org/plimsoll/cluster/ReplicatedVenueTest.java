package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.cluster.Egress.Expected;
import org.plimsoll.cluster.Egress.Taken;
import org.plimsoll.cluster.Egress.Told;
import org.plimsoll.cluster.Egress.Welcome;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.venue.Limits;

class ReplicatedVenueTest {
  private static final long CHECK_EVERY = 4;

  private final List<Long> hashes = new ArrayList<>();
  private final ReplicatedVenue venue = venue();
  private final Messages messages = new Messages(venue);

  private ReplicatedVenue venue() {
    return new ReplicatedVenue(Limits.DEFAULT, 3, CHECK_EVERY, (_, hash) -> hashes.add(hash));
  }

  @Test
  void shouldAnswerACommandThatComesAgainAsItDidBefore() {
    messages.say(7, new Ingress.Hello(1));
    List<Egress> first = messages.send(7, 1, 1, new OpenAccount(0, "a"));
    List<Egress> again = messages.send(7, 1, 1, new OpenAccount(0, "a"));

    assertThat(again).isEqualTo(first);
    assertThat(first.getFirst())
        .isInstanceOfSatisfying(
            Told.class, it -> assertThat(it.answer().outcome()).isEqualTo(Answer.Outcome.APPLIED));
    assertThat(venue.view().accounts()).hasSize(1);
    assertThat(venue.view().sequence()).isEqualTo(1);
  }

  @Test
  void shouldSayWhyACommandWasRefused() {
    messages.say(7, new Ingress.Hello(1));
    List<Egress> told = messages.send(7, 1, 1, new OpenAccount(5, "a"));

    Answer answer = ((Told) told.getFirst()).answer();
    assertThat(answer.outcome()).isEqualTo(Answer.Outcome.REFUSED);
    assertThat(answer.reason()).isEqualTo(RefusalReason.NUMBER_NOT_NEXT.code());
    assertThat(answer.available()).isEqualTo(5);
  }

  @Test
  void shouldNotDecideACommandBeforeTheOneBeforeIt() {
    messages.say(7, new Ingress.Hello(1));

    assertThat(messages.send(7, 1, 2, new OpenAccount(0, "b"))).containsExactly(new Expected(1, 1));
    assertThat(venue.view().sequence()).isZero();
    messages.send(7, 1, 1, new OpenAccount(0, "a"));
    messages.send(7, 1, 2, new OpenAccount(1, "b"));
    assertThat(venue.view().accounts())
        .containsExactly(new OpenAccount(0, "a"), new OpenAccount(1, "b"));
  }

  @Test
  void shouldHearNobodyForAClientButItsLatestSession() {
    messages.say(7, new Ingress.Hello(1));
    messages.send(7, 1, 1, new OpenAccount(0, "a"));

    assertThat(messages.say(8, new Ingress.Hello(1))).containsExactly(new Welcome(1, 1));
    assertThat(messages.send(7, 1, 2, new OpenAccount(1, "b"))).containsExactly(new Taken(1));
    assertThat(messages.say(7, new Ingress.Hello(1))).containsExactly(new Taken(1));
    assertThat(venue.view().sequence()).isEqualTo(1);
  }

  @Test
  void shouldLetNobodySpeakForTheHost() {
    assertThat(messages.say(7, new Ingress.Hello(0))).containsExactly(new Taken(0));
    assertThat(messages.send(7, 0, 1, new OpenAccount(0, "a"))).containsExactly(new Taken(0));
  }

  @Test
  void shouldKeepOnlyAsManyAnswersAsAClientMayMiss() {
    messages.say(7, new Ingress.Hello(1));
    for (int i = 1; i <= ClientRecord.WINDOW; i++) {
      messages.say(7, messages.message(1, i, 0, new OpenAccount(i - 1, "a" + i)));
    }
    int next = ClientRecord.WINDOW + 1;
    assertThat(messages.say(7, messages.message(1, next, 0, new OpenAccount(next - 1, "b"))))
        .containsExactly(new Expected(1, next));
    assertThat(messages.say(7, messages.message(1, next, 1, new OpenAccount(next - 1, "b"))))
        .first()
        .isInstanceOf(Told.class);
  }

  @Test
  void shouldUseUpTheNumberOfWhatIsNoCommand() {
    messages.say(7, new Ingress.Hello(1));
    Ingress.Say good = messages.message(1, 1, 0, new OpenAccount(0, "a"));
    byte[] bytes = good.bytes().clone();
    bytes[1] = 0x7F;

    Answer answer = ((Told) messages.say(7, new Ingress.Say(0, bytes)).getFirst()).answer();
    assertThat(answer.outcome()).isEqualTo(Answer.Outcome.MALFORMED);
    assertThat(venue.view().sequence()).isZero();
    assertThat(messages.send(7, 1, 2, new OpenAccount(0, "a")))
        .first()
        .isInstanceOfSatisfying(Told.class, it -> assertThat(it.answer().sequence()).isEqualTo(1));
  }

  @Test
  void shouldTakeTheTimeFromTheLog() {
    messages.say(9, new Ingress.Tick(42));
    assertThat(venue.view().clockNs()).isEqualTo(messages.nowNs());
    assertThat(venue.view().sequence()).isEqualTo(1);
  }

  @Test
  void shouldBeTheSameOnEveryNode() {
    ReplicatedVenue other = venue();
    Messages toOther = new Messages(other);
    for (Messages each : List.of(messages, toOther)) {
      each.say(7, new Ingress.Hello(1));
      for (int i = 1; i <= 10; i++) {
        each.send(7, 1, i, new OpenAccount(i - 1, "a" + i));
        each.say(9, new Ingress.Tick(i));
        each.say(9, new Ingress.Report(1, 5, 0, 0));
      }
    }
    assertThat(venue.hash()).isEqualTo(other.hash());
    assertThat(hashes).hasSize(10).startsWith(hashes.get(5)).endsWith(hashes.get(4));
  }

  @Test
  void shouldStopANodeWhoseStateIsNotTheMajoritys() {
    open(4);
    long own = hashes.getFirst();
    report(0, 4, own);
    report(1, 4, own + 1);
    assertThatThrownBy(() -> report(2, 4, own + 1))
        .isInstanceOf(Divergence.class)
        .hasMessageContaining("after command 4 this node's state is another one");
  }

  @Test
  void shouldLetTheMajorityGoOn() {
    open(8);
    report(0, 4, hashes.get(0));
    report(1, 4, hashes.get(0) + 1);
    report(2, 4, hashes.get(0));
    report(0, 8, hashes.get(1));
    assertThat(venue.view().sequence()).isEqualTo(8);
  }

  @Test
  void shouldStopWhereNoMajoritySaysWhoIsRight() {
    open(8);
    report(0, 4, hashes.get(0));
    report(1, 4, hashes.get(0) + 1);
    assertThatThrownBy(() -> report(0, 8, hashes.get(1)))
        .isInstanceOf(Divergence.class)
        .hasMessageContaining("two nodes have different states");
  }

  private void open(int accounts) {
    messages.say(7, new Ingress.Hello(1));
    for (int i = 1; i <= accounts; i++) {
      messages.send(7, 1, i, new OpenAccount(i - 1, "a" + i));
    }
  }

  private void report(int member, long sequence, long hash) {
    messages.say(20 + member, new Ingress.Report(member, 0, sequence, hash));
  }
}
