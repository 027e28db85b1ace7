/// Planted names and fields.
@NullMarked
package planted.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
