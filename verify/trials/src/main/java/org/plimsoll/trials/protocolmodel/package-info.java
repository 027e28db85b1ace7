/// The order in which a journal does things, alone: append, sync, publish, change of segments,
/// snapshot, pruning and start, as a model so small that every state it can get into is visited.
///
/// [Protocol] says the steps, [Disk] what a crash leaves, [ModelRecovery] what a start makes of it,
/// [Search] visits. Deliberately flawed protocols ([Flaw]) show that the search would find a flaw.
@NullMarked
package org.plimsoll.trials.protocolmodel;

import org.jspecify.annotations.NullMarked;
