/// Planted verdicts that differ from run to run.
@NullMarked
package planted.plimsoll.solvency;

import org.jspecify.annotations.NullMarked;
