/// A population of agents around the venue, as agent-based market simulators run them: how many
/// messages a processor second brings, and what a wake-up costs as agents get many.
@NullMarked
package org.plimsoll.bench.agents;

import org.jspecify.annotations.NullMarked;
