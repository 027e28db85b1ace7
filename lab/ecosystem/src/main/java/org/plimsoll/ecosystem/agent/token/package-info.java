/// Tokens that are paid out by a schedule, and whoever holds up their price.
@NullMarked
package org.plimsoll.ecosystem.agent.token;

import org.jspecify.annotations.NullMarked;
