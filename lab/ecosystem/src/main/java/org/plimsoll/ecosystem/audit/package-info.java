/// What must hold of a whole economy, and why everybody has what he has.
///
/// [Reconciliation] compares the venue's books with the world's ledger at every instant at which
/// something moved. [WealthAccount] explains each party's change of wealth by who paid whom for
/// what and by what prices did, to the last digit.
@NullMarked
package org.plimsoll.ecosystem.audit;

import org.jspecify.annotations.NullMarked;
