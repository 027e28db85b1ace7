package org.plimsoll.server.store;

import java.util.List;

/// A part of a list.
///
/// @param hasMore whether the span that was asked for holds more than these
public record Page<T>(List<T> rows, boolean hasMore) {}
