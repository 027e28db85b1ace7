package org.plimsoll.protocol;

/// Exceptions from the venue's rules. Each names its reason and the two who answer for it.
public sealed interface ControlCommand extends DeskCommand, DualControlled {
  /// Grants a privilege to an account, or changes its amount.
  ///
  /// @param amount for [Privilege#ALLOW_NEGATIVE] the credit line in the smallest unit of account,
  ///   from 1; 0 for the others
  record GrantPrivilege(
      int account,
      Privilege privilege,
      long amount,
      String reason,
      String granter,
      String secondGranter)
      implements ControlCommand {
    public GrantPrivilege {
      requireNames(reason, granter, secondGranter);
    }
  }

  /// Takes a privilege back. What was done under it stays done.
  record RevokePrivilege(
      int account, Privilege privilege, String reason, String granter, String secondGranter)
      implements ControlCommand {
    public RevokePrivilege {
      requireNames(reason, granter, secondGranter);
    }
  }

  /// Publishes a figure other than the one that the books give.
  ///
  /// @param value what is shown instead, in the smallest unit of account, from 0
  record OverridePublishedFigure(
      PublishedFigure figure, long value, String reason, String granter, String secondGranter)
      implements ControlCommand {
    public OverridePublishedFigure {
      requireNames(reason, granter, secondGranter);
    }
  }

  /// Requires a reason and two people who can be told by name.
  private static void requireNames(String reason, String granter, String secondGranter) {
    Name.require(reason);
    Name.require(granter);
    Name.require(secondGranter);
  }
}
