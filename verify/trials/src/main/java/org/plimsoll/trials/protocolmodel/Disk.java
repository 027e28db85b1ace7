package org.plimsoll.trials.protocolmodel;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.trials.protocolmodel.Step.Change;

/// What is durable, and what has been changed since, in order.
record Disk(int durable, List<Change> pending) {
  /// What reads show.
  int shown() {
    return after((1 << pending.size()) - 1);
  }

  /// What is there when the machine dies and just these of the pending changes had got through.
  int after(int survivors) {
    int facts = durable;
    for (int i = 0; i < pending.size(); i++) {
      if ((survivors >> i & 1) != 0) {
        facts = with(facts, pending.get(i));
      }
    }
    return facts;
  }

  private static int with(int facts, Change change) {
    return change.isTrue() ? facts | change.fact() : facts & ~change.fact();
  }

  Disk change(Change change) {
    List<Change> longer = new ArrayList<>(pending);
    longer.add(change);
    return new Disk(durable, List.copyOf(longer));
  }

  Disk sync(int facts) {
    int synced = durable;
    List<Change> left = new ArrayList<>();
    for (Change change : pending) {
      if ((change.fact() & facts) != 0) {
        synced = with(synced, change);
      } else {
        left.add(change);
      }
    }
    return new Disk(synced, List.copyOf(left));
  }
}
