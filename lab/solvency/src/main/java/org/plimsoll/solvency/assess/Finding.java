package org.plimsoll.solvency.assess;

import org.plimsoll.solvency.book.Interval;

/// The answer to one question and the figure behind it.
///
/// @param question what was asked
/// @param answer YES is the bad answer
/// @param figure equity, or cash left after paying what can be demanded; units of the book's
///   currency; the answer is YES where it is below zero
/// @param sentence the answer in words, with its figures
public record Finding(Question question, Answer answer, Interval figure, String sentence) {}
