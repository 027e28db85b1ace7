/// A way round the gates.
@NullMarked
package planted.plimsoll.venue;

import org.jspecify.annotations.NullMarked;
