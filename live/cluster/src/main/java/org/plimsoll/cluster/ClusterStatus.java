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
  /// @param position how much of the log it had decided, in bytes
  /// @param silentNs how long ago its report entered the log
  public record Member(int number, long position, long silentNs) {}

  /// Returns how many bytes of the log a node had not decided yet, by its last report, which is in
  /// the log itself: one that is level is some hundred bytes behind.
  public long lagBytes(Member member) {
    return Math.max(0, position - member.position);
  }
}
