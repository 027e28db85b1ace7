/// Many runs of one scenario at once on this machine.
///
/// A [SweepPlan] says how many runs there are and what differs between them; a [Sweep] runs them on
/// all cores and writes a folder. What run number seven is follows from the plan alone, so threads,
/// kills and resumptions change nothing in the files.
@NullMarked
package org.plimsoll.sweep;

import org.jspecify.annotations.NullMarked;
