package org.plimsoll.protocol;

/// What became of bytes that should be a command or an event. Everything but [#OK] is refused at
/// the edge, before it could get a place in history.
public enum DecodeResult {
  /// Decoded and delivered.
  OK,
  /// The first byte names a layout that this program does not know.
  UNKNOWN_SCHEMA,
  /// The second byte names no command or event of the layout.
  UNKNOWN_TEMPLATE,
  /// Too short, too long, or a field holds what it cannot hold.
  MALFORMED
}
