/// Lenders outside the venue, and those who lend to them and borrow from them.
///
/// Lender and borrower meet in the [org.plimsoll.ecosystem.world.LoanBook]: one offers, asks back
/// and calls, the other draws, pays and pledges.
@NullMarked
package org.plimsoll.ecosystem.agent.lender;

import org.jspecify.annotations.NullMarked;
