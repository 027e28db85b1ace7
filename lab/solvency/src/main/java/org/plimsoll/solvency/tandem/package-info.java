/// Production lines of stations in a row: throughput, work in progress and flow time.
@NullMarked
package org.plimsoll.solvency.tandem;

import org.jspecify.annotations.NullMarked;
