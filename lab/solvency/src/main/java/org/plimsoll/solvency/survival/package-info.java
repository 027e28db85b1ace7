/// The chance to survive: first passage in closed form, and a simulation of parties that owe each
/// other and sell into the same markets.
///
/// A [CreditSystem] says who holds and owes what; a [SurvivalEngine] runs it along random prices
/// and counts who becomes insolvent, who cannot pay, and who is first. The closed forms are what
/// the simulation is checked against.
@NullMarked
package org.plimsoll.solvency.survival;

import org.jspecify.annotations.NullMarked;
