package org.plimsoll.server.exchange;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.plimsoll.cluster.LearnerStanding;
import org.plimsoll.protocol.Command;

/// Decides the commands of an exchange and keeps them.
public sealed interface Authority extends AutoCloseable permits OwnHost, FollowedCluster {
  /// What the history that is kept here tells.
  ///
  /// @param sequence of its last command
  /// @param stateHash the fingerprint of the venue after it
  /// @param clockNs what the venue's clock shows
  /// @param lastNumber the number that the server gave its last command
  record Known(long sequence, long stateHash, long clockNs, long lastNumber) {}

  /// Hears what was decided, in order and without a gap.
  interface Listener {
    /// A command has been decided, and is kept where it outlives this process.
    ///
    /// @param number that [#submit] was told; 0 for a command that the server has not sent
    /// @param sequence its place in history
    void onDecided(long number, long sequence, byte[] command);

    /// Nothing more will be told.
    void onStopped();
  }

  /// Returns the number that the server gave its last command, in this run or one before.
  long lastNumber();

  /// Takes a command in, to be decided behind those that were taken before.
  ///
  /// @param number one more than that of the last one that was taken
  /// @return why it is not taken; empty if it is
  Optional<Answer.Why> submit(long number, Command command);

  /// Waits for what became of a command that was taken, as long as there is hope to hear it.
  Answer await(CompletableFuture<Answer> answer);

  /// Returns the time that the venue's clock goes by, in nanoseconds since 1970.
  long nowNs();

  /// Returns what it is doing.
  ExchangeState state();

  /// Returns what it halted of; empty if all is well.
  Optional<Throwable> trouble();

  /// Returns how far it follows a cluster; empty if it follows none.
  Optional<LearnerStanding> standing();

  /// Takes no more commands, and returns when all that were taken are told.
  @Override
  void close();
}
