/// A whole economy in simulated time around one venue: parties with their own ledger, agents that
/// trade, lend, borrow, deposit and run, and what is recorded of it.
///
/// [Economy] is what a running scenario consists of. Agents join its simulation, see feeds and act
/// by commands; [Clockwork] moves prices and the venue's clock.
@NullMarked
package org.plimsoll.ecosystem;

import org.jspecify.annotations.NullMarked;
