/// A gatekeeper to be got round.
@NullMarked
package planted.plimsoll.matching;

import org.jspecify.annotations.NullMarked;
