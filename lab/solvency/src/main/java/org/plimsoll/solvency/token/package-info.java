/// Instruments that trade with the market by construction: leveraged tokens and perpetual funding.
@NullMarked
package org.plimsoll.solvency.token;

import org.jspecify.annotations.NullMarked;
