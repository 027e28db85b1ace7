package org.plimsoll.server.ftx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.server.ftx.UnstakeRequest.Status.CANCELLED;
import static org.plimsoll.server.ftx.UnstakeRequest.Status.PENDING;
import static org.plimsoll.server.ftx.UnstakeRequest.Status.PROCESSED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.StakeKind;

/// Each step comes at a time that is its number.
class UnstakeRequestTest {
  private final List<Kept.Stake> steps = new ArrayList<>();

  private void step(StakeKind kind, long amount) {
    long id = steps.size() + 1L;
    steps.add(new Kept.Stake(id, id, 0, kind, amount));
  }

  private List<UnstakeRequest.Status> statuses() {
    return UnstakeRequest.of(steps).stream().map(UnstakeRequest::status).toList();
  }

  @Test
  void whatIsAskedForFirstComesFreeFirst() {
    step(StakeKind.STAKED, 100);
    step(StakeKind.ASKED_BACK, 40);
    step(StakeKind.ASKED_BACK, 30);
    assertThat(statuses()).containsExactly(PENDING, PENDING);
    step(StakeKind.RELEASED, 50);
    assertThat(statuses()).containsExactly(PROCESSED, PENDING);
    assertThat(UnstakeRequest.of(steps).getFirst().freeNs()).hasValue(4);
  }

  @Test
  void aRequestThatComesFreeInPartsIsProcessedWithTheLastOfThem() {
    step(StakeKind.ASKED_BACK, 40);
    step(StakeKind.RELEASED, 10);
    step(StakeKind.RELEASED, 20);
    assertThat(statuses()).containsExactly(PENDING);
    step(StakeKind.RELEASED, 10);
    assertThat(statuses()).containsExactly(PROCESSED);
    step(StakeKind.ASKED_BACK, 5);
    assertThat(statuses()).containsExactly(PROCESSED, PENDING);
  }

  @Test
  void whatIsCanceledNeverComesFree() {
    step(StakeKind.KEPT, 40);
    step(StakeKind.ASKED_BACK, 30);
    step(StakeKind.RELEASED, 30);
    assertThat(statuses()).containsExactly(CANCELLED, PROCESSED);
    assertThat(UnstakeRequest.of(steps).getFirst().freeNs()).isEmpty();
  }
}
