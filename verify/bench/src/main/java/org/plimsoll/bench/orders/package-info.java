/// Order books and the venue beside their peers: the same recorded stream of commands, the same
/// trades demanded of everybody, turn by turn in one process.
@NullMarked
package org.plimsoll.bench.orders;

import org.jspecify.annotations.NullMarked;
