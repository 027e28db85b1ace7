/// The upper half of a planted cycle.
@NullMarked
package planted.plimsoll.ledger;

import org.jspecify.annotations.NullMarked;
