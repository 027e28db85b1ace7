/// The way to the venue and back: commands go to the host, and a second venue that hears of every
/// command answers what is asked.
@NullMarked
package org.plimsoll.server.exchange;

import org.jspecify.annotations.NullMarked;
