/// Planted violations of what a core room must keep, and one class that keeps it.
@NullMarked
package planted.plimsoll.units;

import org.jspecify.annotations.NullMarked;
