package org.plimsoll.solvency.consolidate;

import org.plimsoll.solvency.book.Interval;

/// Everything that two members of a group owe each other, in the book's currency.
///
/// @param first the id of one member, the subject of the book if it is one of the two
/// @param second the id of the other
/// @param firstOwes what the first owes the second, in full
/// @param secondOwes what the second owes the first, in full
/// @param counted what all of it came to in the subject's own equity, where what accounts under
///   water and borrowers owe counts as far as it is expected back; zero where neither is the
///   subject
public record IntragroupPair(
    String first, String second, Interval firstOwes, Interval secondOwes, Interval counted) {}
