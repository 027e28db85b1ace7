/// The venue as the rest of a simulation meets it: commands in, feeds out, and every coin that
/// comes or goes booked in the world's ledger as well.
@NullMarked
package org.plimsoll.ecosystem.exchange;

import org.jspecify.annotations.NullMarked;
