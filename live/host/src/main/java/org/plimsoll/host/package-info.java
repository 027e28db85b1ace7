/// Runs one venue: commands come from any thread into one bounded queue, one thread decides, one
/// writes to the disk and tells what happened, and nothing is told before the disk has it.
@NullMarked
package org.plimsoll.host;

import org.jspecify.annotations.NullMarked;
