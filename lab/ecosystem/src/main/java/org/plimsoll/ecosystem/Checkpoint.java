package org.plimsoll.ecosystem;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.plimsoll.units.MalformedState;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;

/// A whole economy as bytes, and back: one that was restored goes on byte for byte as the one that
/// was kept would have. To branch is to restore into an economy that was set up alike, turn a
/// switch there, and go on.
///
/// The bytes are a mark of eight characters, the version of the format, the fingerprint of the
/// rest, and the rest: the scenario's hash, then the economy's numbers. The fingerprint finds
/// damage; it is no defense against somebody who forges a state.
public final class Checkpoint {
  private static final long MARK = 0x504C_494D_5345_434FL;
  private static final int VERSION = 1;
  private static final int HEADER = Long.BYTES + Integer.BYTES + Long.BYTES;
  private static final int SCENARIO_MAX = 128;

  private Checkpoint() {}

  /// Why bytes are refused, in the order in which it is looked for.
  public enum Reason {
    /// They do not begin as a checkpoint does.
    NOT_A_CHECKPOINT,
    /// They are of a version of the format that is not known here.
    UNKNOWN_VERSION,
    /// Some are missing, too many or damaged.
    WRONG_HASH,
    /// They were kept in another scenario.
    OTHER_SCENARIO,
    /// What they tell is no state of an economy that was set up like this one, which is of no use
    /// any more.
    MALFORMED
  }

  /// The bytes were no checkpoint of the scenario.
  ///
  /// @param why a sentence for whoever gave them
  public record Refused(Reason reason, String why) {}

  /// Returns an economy between two instants as bytes.
  ///
  /// @param scenarioHash what tells its scenario from others, at most 128 characters
  public static byte[] of(Economy economy, String scenarioHash) {
    StateWriter writer = new StateWriter(HEADER);
    writer.add(scenarioHash);
    economy.writeTo(writer);
    byte[] bytes = writer.toBytes();
    ByteBuffer.wrap(bytes).putLong(MARK).putInt(VERSION).putLong(writer.hash());
    return bytes;
  }

  /// Sets an economy to what was kept. Nobody hears anything.
  ///
  /// @param economy set up as the one that was kept had been, and started
  /// @return why it was not done, or nothing if it was
  public static Optional<Refused> restore(Economy economy, String scenarioHash, byte[] bytes) {
    Optional<Refused> refused = refusal(scenarioHash, bytes);
    if (refused.isPresent()) {
      return refused;
    }
    try {
      StateSource source = new StateSource(bytes, HEADER);
      source.text(SCENARIO_MAX);
      economy.readFrom(source);
      source.require(source.isAtEnd(), "nothing is left over");
      return Optional.empty();
    } catch (MalformedState | IllegalArgumentException e) {
      return refused(Reason.MALFORMED, "the checkpoint is of another economy: " + e.getMessage());
    }
  }

  private static Optional<Refused> refusal(String scenarioHash, byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || header.getLong() != MARK) {
      return refused(Reason.NOT_A_CHECKPOINT, "these bytes are no checkpoint of a simulation");
    }
    int version = header.getInt();
    if (version != VERSION) {
      return refused(
          Reason.UNKNOWN_VERSION,
          "the checkpoint is of version " + version + ", known is " + VERSION);
    }
    try {
      if (new StateSource(bytes, HEADER).hashOfRest() != header.getLong()) {
        return refused(Reason.WRONG_HASH, "the checkpoint has been damaged: its hash differs");
      }
      String kept = new StateSource(bytes, HEADER).text(SCENARIO_MAX);
      return kept.equals(scenarioHash)
          ? Optional.empty()
          : refused(Reason.OTHER_SCENARIO, "the checkpoint is of the scenario with hash " + kept);
    } catch (MalformedState e) {
      return refused(Reason.WRONG_HASH, "the checkpoint has been damaged: " + e.getMessage());
    }
  }

  private static Optional<Refused> refused(Reason reason, String why) {
    return Optional.of(new Refused(reason, why));
  }
}
