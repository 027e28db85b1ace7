/// The verbs of the `plimsoll` command; the only place that knows all rooms.
@NullMarked
package org.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
