/// A planted book that is not exact.
@NullMarked
package planted.plimsoll.solvency.book;

import org.jspecify.annotations.NullMarked;
