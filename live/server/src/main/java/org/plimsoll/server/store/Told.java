package org.plimsoll.server.store;

import java.util.List;

/// What one command changes in the store.
///
/// @param sequence the command's place in history
/// @param fingerprint of the history up to it
record Told(long sequence, long fingerprint, List<Row> rows) {}
