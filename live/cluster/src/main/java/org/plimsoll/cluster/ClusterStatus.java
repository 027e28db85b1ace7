package org.plimsoll.cluster;

import java.util.List;

/// How the nodes are, as the log has it.
///
/// @param leader the node that leads
/// @param term how often leadership has changed hands
/// @param position how long the log is, in bytes
/// @param sequence how many commands the venue has had
/// @param members those that have reported, by number
public record ClusterStatus(
    int leader, long term, long position, long sequence, List<Member> members) {
  /// Copies the list.
  public ClusterStatus {
    members = List.copyOf(members);
  }

  /// A node by its last report.
  ///
  /// @param number from 0
  /// @param lagBytes how far behind the log it was when its report entered the log
  /// @param silentNs how long ago that was
  public record Member(int number, long lagBytes, long silentNs) {}
}
