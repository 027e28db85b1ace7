/// Trials of the journal alone: a host that keeps account of what it was promised, on a disk that
/// fails.
@NullMarked
package org.plimsoll.trials.journal;

import org.jspecify.annotations.NullMarked;
