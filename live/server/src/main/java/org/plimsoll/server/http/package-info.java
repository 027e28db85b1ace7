/// The door to the network: the one place that knows the web server. Behind it are plain values, so
/// that a dialect can be asked without a socket.
@NullMarked
package org.plimsoll.server.http;

import org.jspecify.annotations.NullMarked;
