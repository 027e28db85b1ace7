/// How much debt each collateral of a book can carry, by every model of its market that the book
/// has figures for.
@NullMarked
package org.plimsoll.solvency.loadline;

import org.jspecify.annotations.NullMarked;
