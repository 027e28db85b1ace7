/// Who bears a loss beyond margin: the order of the layers as data, exact to the unit.
@NullMarked
package org.plimsoll.solvency.waterfall;

import org.jspecify.annotations.NullMarked;
