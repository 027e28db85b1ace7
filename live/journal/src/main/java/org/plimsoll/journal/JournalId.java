package org.plimsoll.journal;

import java.util.HexFormat;

/// 128 bits that tell one journal from every other. They stand in every header, so a file of
/// another journal is never taken for one of this, nor is anything that a client may write into a
/// record.
///
/// To be drawn at random by whoever creates a journal, and not to be shown to clients.
public record JournalId(long high, long low) {
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
