/// Who owns and owes what outside the venue, and at what prices: one double-entry ledger for all.
@NullMarked
package org.plimsoll.ecosystem.world;

import org.jspecify.annotations.NullMarked;
