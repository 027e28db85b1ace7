/// The exchange as one deterministic state machine: commands in, events out.
@NullMarked
package org.plimsoll.venue;

import org.jspecify.annotations.NullMarked;
