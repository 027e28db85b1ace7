/// Customers of a venue: how their money comes, what they do with it, and when they run.
@NullMarked
package org.plimsoll.ecosystem.agent.depositor;

import org.jspecify.annotations.NullMarked;
