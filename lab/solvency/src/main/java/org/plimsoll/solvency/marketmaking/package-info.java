/// What a market maker must charge, and for how long a decaying edge still pays.
@NullMarked
package org.plimsoll.solvency.marketmaking;

import org.jspecify.annotations.NullMarked;
