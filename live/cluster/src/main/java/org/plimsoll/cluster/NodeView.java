package org.plimsoll.cluster;

import io.aeron.cluster.service.Cluster;

/// How far a node is, as it knows itself.
///
/// @param role whether it leads
/// @param leader the node that leads, or -1 while it knows of none
/// @param term how often leadership has changed hands, or -1
/// @param position how much of the log it has decided, in bytes
/// @param sequence how many commands its venue has had
public record NodeView(Cluster.Role role, int leader, long term, long position, long sequence) {
  static final NodeView NONE = new NodeView(Cluster.Role.FOLLOWER, -1, -1, 0, 0);

  /// Returns whether the node leads.
  public boolean isLeader() {
    return role == Cluster.Role.LEADER;
  }
}
