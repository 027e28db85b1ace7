/// The subject of a book and the parties that stand or fall with it as one economic group.
@NullMarked
package org.plimsoll.solvency.consolidate;

import org.jspecify.annotations.NullMarked;
