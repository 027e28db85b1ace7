/// Simulated time: agents, the calendar that wakes them, and their random numbers.
///
/// Nothing here knows of money. Time is nanoseconds since 1970 in UTC. Agents that are due at the
/// same instant act in the order of their numbers, and every agent draws from streams of its own,
/// so one more agent changes no other's numbers.
@NullMarked
package org.plimsoll.ecosystem.kernel;

import org.jspecify.annotations.NullMarked;
