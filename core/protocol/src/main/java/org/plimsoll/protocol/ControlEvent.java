package org.plimsoll.protocol;

/// Where a rule did not bind.
public sealed interface ControlEvent extends DeskEvent {
  /// A command went through that would have been refused to an account without the privilege.
  ///
  /// @param amount by how much the privilege changed the outcome, in the smallest unit of account,
  ///   positive
  record ExemptionUsed(int account, Privilege privilege, long amount) implements ControlEvent {}

  /// The public is shown a figure that somebody set.
  ///
  /// @param value in the smallest unit of account
  record PublishedFigureOverridden(PublishedFigure figure, long value) implements ControlEvent {}
}
