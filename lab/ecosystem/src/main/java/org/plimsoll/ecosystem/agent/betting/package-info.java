/// How large a bet is: growth against mean.
@NullMarked
package org.plimsoll.ecosystem.agent.betting;

import org.jspecify.annotations.NullMarked;
