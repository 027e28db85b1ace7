package org.plimsoll.cluster;

import org.plimsoll.protocol.Command;

/// A command as the client that sent it saw it.
///
/// @param invokedNs when it was handed in, by a clock that all clients share
/// @param answeredNs when its answer came, by the same clock
record Operation(int client, Command command, long invokedNs, long answeredNs, Answer answer) {}
