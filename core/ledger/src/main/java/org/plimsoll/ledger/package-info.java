/// Double-entry transfers between ledger accounts: every one balances per asset and carries a
/// cause.
@NullMarked
package org.plimsoll.ledger;

import org.jspecify.annotations.NullMarked;
