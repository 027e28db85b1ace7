package org.plimsoll.ecosystem.outcome;

import java.math.BigDecimal;

/// What went from one party to another over a run for one cause, valued at the prices of its time.
///
/// @param cause in kebab-case
/// @param value in the unit of account, positive
public record Flow(String from, String to, String cause, BigDecimal value) {}
