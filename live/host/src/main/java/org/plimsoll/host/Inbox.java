package org.plimsoll.host;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;

/// The commands that wait: filled by any thread, emptied by one, never longer than it was made.
final class Inbox {
  private final RingBuffer<Slot> ring;
  private final EventPoller<Slot> poller;

  Inbox(int slots) {
    ring = RingBuffer.createMultiProducer(Slot::new, slots, new YieldingWaitStrategy());
    poller = ring.newPoller();
    ring.addGatingSequences(poller.getSequence());
  }

  /// Lets a command wait.
  ///
  /// @return whether there was room
  boolean offer(long ticket, byte[] source, int offset, int length) {
    long place;
    try {
      place = ring.tryNext();
    } catch (InsufficientCapacityException full) {
      return false;
    }
    try {
      ring.get(place).fill(ticket, source, offset, length);
    } finally {
      ring.publish(place);
    }
    return true;
  }

  /// Hands over commands, oldest first, until there is none or `taker` wants no more.
  ///
  /// @return whether there was one
  boolean drain(Taker taker) {
    try {
      return poller.poll((slot, _, _) -> taker.take(slot)) == EventPoller.PollState.PROCESSING;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isEmpty() {
    return ring.getCursor() == poller.getSequence().get();
  }

  /// Who takes commands out.
  @FunctionalInterface
  interface Taker {
    /// Returns whether one more is wanted.
    boolean take(Slot slot);
  }
}
