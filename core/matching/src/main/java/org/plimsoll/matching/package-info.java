/// The price-time order book. It reports to a listener and knows nothing of money.
@NullMarked
package org.plimsoll.matching;

import org.jspecify.annotations.NullMarked;
