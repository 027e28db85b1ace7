package org.plimsoll.protocol;

/// A command that nobody can give alone: it says why, and two people answer for it.
public interface DualControlled {
  /// Returns why it is done, as a name.
  String reason();

  /// Returns who asks for it.
  String granter();

  /// Returns who agrees; somebody else.
  String secondGranter();
}
