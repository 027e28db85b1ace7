package org.plimsoll.trials.host;

import java.io.Serial;

/// Thrown where a trial shows that a promise is not kept.
public final class BrokenPromise extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final Promise promise;

  BrokenPromise(Promise promise, String why) {
    super(why);
    this.promise = promise;
  }

  Promise promise() {
    return promise;
  }

  static void unless(boolean holds, Promise promise, String why) {
    if (!holds) {
      throw new BrokenPromise(promise, why);
    }
  }
}
