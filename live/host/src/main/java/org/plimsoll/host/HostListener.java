package org.plimsoll.host;

import java.util.Optional;
import org.plimsoll.protocol.DecodeResult;

/// Told what became of commands, in the order in which they were decided, by the thread of the
/// disk. It must not wait for anybody: while it does, nothing else is told.
public interface HostListener {
  /// A command has its place in history; what it did follows by [#onApplied]. For whoever keeps a
  /// venue beside this one.
  ///
  /// @param command `length` bytes from `offset` that [org.plimsoll.protocol.CommandDispatcher]
  ///   reads; good until this returns
  default void onCommand(long sequence, byte[] command, int offset, int length) {}

  /// The command of this ticket is on the disk, and this is what it did.
  ///
  /// @param ticket what was handed in with the command, or [Host#TICK] for the host's own
  /// @param sequence its place in history, from 1
  /// @param events `length` bytes from `offset` that [org.plimsoll.protocol.EventDecoder] reads;
  ///   good until this returns
  void onApplied(long ticket, long sequence, byte[] events, int offset, int length);

  /// The bytes of this ticket were no command. They have no place in history.
  void onMalformed(long ticket, DecodeResult why);

  /// Nothing more will be told.
  ///
  /// @param why what was thrown first, with where and by what; empty if it was told to stop
  void onStopped(Optional<Throwable> why);
}
