package org.plimsoll.server.ftx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.plimsoll.server.store.Kept;

/// What an account has asked back of its stake. The venue has one sum that waits: what comes free
/// of it is what was asked for first.
///
/// @param freeNs when it came free
record UnstakeRequest(Kept.Stake asked, Status status, OptionalLong freeNs) {
  enum Status {
    PENDING,
    CANCELLED,
    PROCESSED
  }

  /// Returns the requests of an account, oldest first.
  ///
  /// @param steps what happened to its stake, oldest first
  static List<UnstakeRequest> of(List<Kept.Stake> steps) {
    List<UnstakeRequest> requests = new ArrayList<>();
    long free = 0;
    for (Kept.Stake step : steps) {
      switch (step.kind()) {
        case STAKED -> {}
        case ASKED_BACK ->
            requests.add(new UnstakeRequest(step, Status.PENDING, OptionalLong.empty()));
        case KEPT -> requests.add(new UnstakeRequest(step, Status.CANCELLED, OptionalLong.empty()));
        case RELEASED -> free = release(requests, free + step.amount(), step.timeNs());
      }
    }
    return requests;
  }

  /// Where a balance had no room, a part comes free before the rest does.
  ///
  /// @param free what has come free and is not a whole request's yet
  /// @return what of it still is not
  private static long release(List<UnstakeRequest> requests, long free, long timeNs) {
    long left = free;
    for (int i = 0; i < requests.size(); i++) {
      UnstakeRequest each = requests.get(i);
      if (each.isPending()) {
        if (each.asked.amount() > left) {
          return left;
        }
        left -= each.asked.amount();
        requests.set(i, new UnstakeRequest(each.asked, Status.PROCESSED, OptionalLong.of(timeNs)));
      }
    }
    return left;
  }

  boolean isPending() {
    return status == Status.PENDING;
  }
}
