package org.plimsoll.solvency.explain;

import java.util.function.Supplier;

/// A figure of an assessment with what is behind it.
///
/// @param id lower case words joined by hyphens and dots, beside ids of the book; it never changes
/// @param title what it is
/// @param amount what the assessment says
/// @param unit of what the lines of the book contribute: an asset, or the book's currency
/// @param definition what it means, in words and symbols
/// @param derivation goes through the book when it is asked, since a book can have many thousand
///   lines and a reader wants one figure
public record ExplainedFigure(
    String id,
    String title,
    Amount amount,
    String unit,
    Definition definition,
    Supplier<Derivation> derivation) {}
