/// Whether forced sales feed on themselves: the gain of the spiral, where it ends, and what starts
/// it.
@NullMarked
package org.plimsoll.solvency.spiral;

import org.jspecify.annotations.NullMarked;
