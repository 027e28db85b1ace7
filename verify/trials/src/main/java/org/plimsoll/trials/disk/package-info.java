/// A disk in memory that fails as disks and machines do, at places that a trial chooses.
///
/// [SimulatedDisk] counts every effect and asks a [FaultPlan] before each. What a sync has not
/// covered survives a crash as [Survival] says: nothing of it, all of it, or any part of it down to
/// torn sectors, from a seed.
@NullMarked
package org.plimsoll.trials.disk;

import org.jspecify.annotations.NullMarked;
