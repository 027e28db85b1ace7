package org.plimsoll.ecosystem.outcome;

import java.math.BigDecimal;

/// A part of a party's change of wealth over a run. The lines of a party add up to its change
/// exactly.
///
/// @param cause a cause of transfers, `holding gain on X`, or `rounding`
/// @param value in the unit of account, signed
public record WealthLine(String party, String cause, BigDecimal value) {}
