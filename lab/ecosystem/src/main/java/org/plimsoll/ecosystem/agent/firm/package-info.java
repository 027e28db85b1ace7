/// The affiliated trading firm, a few agents on one party's money, and those around it: insiders,
/// the exchange token's market maker, the venue's office, and the news.
///
/// Agents of the firm never call each other. They share the party's money in the world's ledger,
/// which [Treasury] fills: first by loans, then by drawing on the venue.
@NullMarked
package org.plimsoll.ecosystem.agent.firm;

import org.jspecify.annotations.NullMarked;
