package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.cluster.Answer.Outcome;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// A good history, and one lie about it after the other.
class LinearizabilityTest {
  private final List<Operation> history = new ArrayList<>();

  private LinearizabilityTest() {
    Opening.commands(2).forEach(command -> did(1, command, 0, 0));
    did(2, buy(), 1, 0);
    did(3, sell(), 2, 1);
  }

  private static Command buy() {
    return new PlaceLimitOrder(0, 0, Side.BUY, 10_000, 1);
  }

  private static Command sell() {
    return new PlaceLimitOrder(1, 0, Side.SELL, 10_000, 1);
  }

  /// Adds an operation that follows the last one, in every sense.
  private void did(int client, Command command, long order, long filled) {
    int place = history.size() + 1;
    long number = history.stream().filter(each -> each.client() == client).count() + 1;
    history.add(
        new Operation(
            client,
            command,
            10L * place,
            10L * place + 5,
            new Answer(number, 100L * place, 0, Outcome.APPLIED, 0, 0, 0, order, filled)));
  }

  private Operation last() {
    return history.getLast();
  }

  private void replaceLast(long invokedNs, long answeredNs, Answer answer) {
    Operation former = history.removeLast();
    history.add(new Operation(former.client(), former.command(), invokedNs, answeredNs, answer));
  }

  private static Answer with(Answer answer, long position, long order, long filled) {
    return new Answer(
        answer.clientSequence(), position, 0, answer.outcome(), 0, 0, 0, order, filled);
  }

  @Test
  void shouldFindNothingWrongWithAGoodOne() {
    assertThat(Linearizability.fault(history)).isEmpty();
  }

  @Test
  void shouldLetOperationsOverlap() {
    replaceLast(1, last().answeredNs(), last().answer());
    assertThat(Linearizability.fault(history)).isEmpty();
  }

  @Test
  void shouldFindAnAnswerThatWasThereTooEarly() {
    replaceLast(1, 2, last().answer());
    assertThat(Linearizability.fault(history)).get().asString().contains("was answered before");
  }

  @Test
  void shouldFindAnOrderThatWasForgotten() {
    history.remove(history.size() - 2);
    assertThat(Linearizability.fault(history)).get().asString().contains("should have been");
  }

  /// The seller's number is one too high, since the buyer's order is there twice.
  @Test
  void shouldFindAnOrderThatCountsTwice() {
    Answer answer = last().answer();
    replaceLast(last().invokedNs(), last().answeredNs(), with(answer, answer.position(), 3, 1));
    assertThat(Linearizability.fault(history)).get().asString().contains("should have been");
  }

  @Test
  void shouldFindATradeThatNeverWas() {
    replaceLast(
        last().invokedNs(),
        last().answeredNs(),
        with(last().answer(), last().answer().position(), 2, 0));
    assertThat(Linearizability.fault(history)).get().asString().contains("filledLots=1");
  }

  @Test
  void shouldFindTwoThatShareAPlace() {
    Operation before = history.get(history.size() - 2);
    replaceLast(
        last().invokedNs(),
        last().answeredNs(),
        with(last().answer(), before.answer().position(), 2, 1));
    assertThat(Linearizability.fault(history)).get().asString().contains("one place in the log");
  }

  @Test
  void shouldFindARefusalThatWasNone() {
    did(2, new OpenAccount(7, "x"), 0, 0);
    assertThat(Linearizability.fault(history))
        .get()
        .asString()
        .contains("reason=" + RefusalReason.NUMBER_NOT_NEXT.code());
  }
}
