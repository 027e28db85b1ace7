/// The dialect of the exchange of 2019 to 2022: REST and WebSocket.
@NullMarked
package org.plimsoll.server.ftx;

import org.jspecify.annotations.NullMarked;
