/// Scenarios put together and run: a plot becomes an economy, prices move along their paths, events
/// happen, and what is to be recorded is sampled.
@NullMarked
package org.plimsoll.ecosystem.run;

import org.jspecify.annotations.NullMarked;
