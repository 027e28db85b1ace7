/// What selling a block does to its price.
///
/// Depth decides more verdicts than any other input, and it is never exact: these models compute in
/// binary floating point (through `StrictMath`, so that every machine agrees), and no exact answer
/// of an assessment rests on them.
@NullMarked
package org.plimsoll.solvency.impact;

import org.jspecify.annotations.NullMarked;
