/// The published margin formulas as pure functions over a portfolio view.
@NullMarked
package org.plimsoll.margin;

import org.jspecify.annotations.NullMarked;
