/// Where a figure of an assessment comes from: its definition, and the entries of the book that add
/// up to it exactly.
@NullMarked
package org.plimsoll.solvency.explain;

import org.jspecify.annotations.NullMarked;
