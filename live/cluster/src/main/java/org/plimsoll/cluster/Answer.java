package org.plimsoll.cluster;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What a command came to. It is told only after the command is in the log of a majority of nodes
/// and the venue has decided it; sending the command again gets the same answer again.
///
/// @param clientSequence the client's number for the command
/// @param position where the log has it; a later command has a greater one
/// @param sequence its place in the venue's history, or 0 if it was no command
/// @param outcome what became of it
/// @param reason the code of the [org.plimsoll.protocol.RefusalReason], or 0 if none
/// @param required what the reason asked for
/// @param available what there was
/// @param order the number of the order that was accepted, or 0 if none was
/// @param filledLots how many lots of that order traded at once
public record Answer(
    long clientSequence,
    long position,
    long sequence,
    Outcome outcome,
    int reason,
    long required,
    long available,
    long order,
    long filledLots) {
  /// What may become of a command.
  public enum Outcome {
    /// It was applied in full.
    APPLIED,
    /// It was refused in full, for the reason.
    REFUSED,
    /// Its bytes were no command. They used up the client's number and nothing else.
    MALFORMED
  }

  void writeTo(StateSink sink) {
    sink.add(clientSequence).add(position).add(sequence).add(outcome.ordinal());
    sink.add(reason).add(required).add(available).add(order).add(filledLots);
  }

  static Answer readFrom(StateSource source) {
    return new Answer(
        source.number(),
        source.number(),
        source.number(),
        source.oneOf(Outcome.values()),
        source.within(0, 255),
        source.number(),
        source.number(),
        source.number(),
        source.number());
  }
}
