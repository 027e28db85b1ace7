/// The verdict over a book: exact sums, exact fractions, and answers that can be "unknown".
///
/// [Assessment#of] asks three questions that are never merged: is the subject insolvent at mark, is
/// it insolvent once tokens that stand or fall with it count for nothing, and can it pay what can
/// be asked of it now. Every figure is an interval: a range in the book becomes a range in the
/// answer. The formulas are the standard measures of an exchange's solvency: matched gap, custody
/// gap, equity at mark, recovery under segregation and under commingling. No binary floating point
/// enters them; only [LiquidationView] uses a price-impact model, and no answer rests on it.
@NullMarked
package org.plimsoll.solvency.assess;

import org.jspecify.annotations.NullMarked;
