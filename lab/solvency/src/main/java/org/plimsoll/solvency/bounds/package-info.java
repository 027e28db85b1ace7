/// The bounds of what a model is given.
@NullMarked
package org.plimsoll.solvency.bounds;

import org.jspecify.annotations.NullMarked;
