/// Those who trade: market makers and those who take their quotes, levered customers, arbitrageurs,
/// and the few who attack.
///
/// Every agent is a class with its terms and its kind; each can be used alone. What they have in
/// common is a [org.plimsoll.ecosystem.exchange.Seat] before a market and a [Rhythm] in which they
/// look at it.
@NullMarked
package org.plimsoll.ecosystem.agent.market;

import org.jspecify.annotations.NullMarked;
