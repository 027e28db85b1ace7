/// What a whole server costs, measured from outside over sockets, and what a reading of its books
/// costs.
@NullMarked
package org.plimsoll.bench.server;

import org.jspecify.annotations.NullMarked;
