package org.plimsoll.cluster;

/// How far a learner is, and what it knows of the cluster.
///
/// @param node the one that tells it what is new, or -1 while none does
/// @param leader the node that leads, as that node knows, or -1
/// @param term how often leadership has changed hands, or -1
/// @param position how much of the log the learner has decided, in bytes
/// @param heard how much of it any node was heard to have decided
public record LearnerStanding(int node, int leader, long term, long position, long heard) {
  static final LearnerStanding NONE = new LearnerStanding(-1, -1, -1, 0, 0);

  /// Returns how many bytes of the log the learner has not decided yet.
  public long lagBytes() {
    return Math.max(0, heard - position);
  }

  LearnerStanding at(long newPosition) {
    return new LearnerStanding(node, leader, term, newPosition, Math.max(heard, newPosition));
  }

  LearnerStanding with(int newNode) {
    return newNode == node ? this : new LearnerStanding(newNode, leader, term, position, heard);
  }

  LearnerStanding away() {
    return new LearnerStanding(-1, leader, term, position, heard);
  }

  LearnerStanding heard(FeedWord.Beat beat) {
    return new LearnerStanding(
        node, beat.leader(), beat.term(), position, Math.max(heard, beat.position()));
  }
}
