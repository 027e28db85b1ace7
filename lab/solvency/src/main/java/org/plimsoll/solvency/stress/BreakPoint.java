package org.plimsoll.solvency.stress;

import org.plimsoll.solvency.assess.Question;

/// The smallest step along one axis that gives one question its bad answer.
///
/// @param question which failure
/// @param axis what happens
/// @param atWorst with every range of the book at the end that is worse for the subject
/// @param atBest with every range at the end that is better for it
public record BreakPoint(Question question, Axis axis, Breaking atWorst, Breaking atBest) {}
