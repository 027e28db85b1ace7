package org.plimsoll.server.store;

import java.util.Optional;

/// How a store is doing.
///
/// @param position the last command whose rows are in it
/// @param rowsWaiting how many rows are not in it yet
/// @param waitedNs how long it has made its venue's reader wait in all, nanoseconds
/// @param trouble why it takes no more in; empty if all is well
public record StoreStatus(
    long position, long rowsWaiting, long waitedNs, Optional<String> trouble) {}
