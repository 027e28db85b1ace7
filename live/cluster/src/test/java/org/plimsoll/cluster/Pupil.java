package org.plimsoll.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Writes down what a learner tells, and goes on where it was.
final class Pupil implements Learner.Listener {
  private final List<ClusterSettings.Address> members;
  private final List<Long> sequences = new ArrayList<>();
  private byte[] state = Learner.nothing();
  private Learner learner;
  private long hash;
  private Optional<Throwable> trouble = Optional.empty();

  Pupil(List<ClusterSettings.Address> members) throws NodeRefusal {
    this.members = members;
    learner = Learner.of(members, state, this);
  }

  void start() {
    learner.start();
  }

  Learner learner() {
    return learner;
  }

  /// Ends and begins again with what was kept.
  void startAgain() throws NodeRefusal {
    learner.close();
    learner = Learner.of(members, state, this);
    learner.start();
  }

  boolean awaits(long position) {
    return learner.awaitPosition(position, 60, TimeUnit.SECONDS);
  }

  /// Returns the venue's fingerprint when it was told last; good once it is closed.
  long hash() {
    return hash;
  }

  /// Returns what was told; good once it is closed.
  List<Long> sequences() {
    return sequences;
  }

  Optional<Throwable> trouble() {
    return trouble;
  }

  @Override
  public void onBegin() {
    hash = learner.venueHash();
  }

  @Override
  public void onDecided(long sequence, int client, long clientSequence, byte[] command) {
    sequences.add(sequence);
  }

  @Override
  public void onPause() {
    state = learner.state();
    hash = learner.venueHash();
  }

  @Override
  public void onStopped(Optional<Throwable> why) {
    trouble = why;
  }
}
