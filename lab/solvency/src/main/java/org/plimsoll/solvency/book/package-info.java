/// The book: who owns and owes what at an instant, as an immutable value.
///
/// A [Book] is read from a YAML file, or exported from a venue. Every figure is an exact decimal, a
/// range, or unknown; nothing is ever filled in silently. Signs follow the subject of the book: a
/// positive balance is what the subject owes to the account's owner, a negative one what the owner
/// owes to the subject.
@NullMarked
package org.plimsoll.solvency.book;

import org.jspecify.annotations.NullMarked;
