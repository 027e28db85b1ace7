package org.plimsoll.server.stream;

/// When something was so.
///
/// @param sequence of the last command before it
/// @param clockNs the venue's clock
public record Seen(long sequence, long clockNs) {}
