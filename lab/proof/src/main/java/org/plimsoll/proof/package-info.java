/// Proof of what a book owes, account by account, and signed statements of what is held against it.
///
/// A [Snapshot] turns a book into leaves, a [SumTree] into one root that binds every balance, a
/// [Commitment] is what is published, and a [Proof] lets one account check that it was counted.
/// Debts never reduce what is owed, and assets are never netted against each other.
@NullMarked
package org.plimsoll.proof;

import org.jspecify.annotations.NullMarked;
