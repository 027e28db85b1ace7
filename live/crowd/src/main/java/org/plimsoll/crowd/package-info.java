/// A crowd that keeps a sandbox alive: market makers, noise traders, a momentum trader, an
/// arbitrageur. They are clients like any other, with keys, over HTTP and WebSocket, within the
/// limits that everybody has; they know nothing of the exchange but what it tells its clients.
@NullMarked
package org.plimsoll.crowd;

import org.jspecify.annotations.NullMarked;
