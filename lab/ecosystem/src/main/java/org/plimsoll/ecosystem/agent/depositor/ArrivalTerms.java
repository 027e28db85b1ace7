package org.plimsoll.ecosystem.agent.depositor;

import java.util.List;
import org.plimsoll.text.bind.Omissible;

/// How deposits come. The table is the calm course; two responses go on top of it.
///
/// @param months what comes in each month; nothing comes in months that are not named
/// @param returnElasticity percent more for a percent that the coin has risen over its mean of
///   about 90 days; 0 for none
/// @param dollarsPerBrandDollar deposits that a dollar spent on the brand brings in all, from 0
/// @param brandMemoryDays over how many days, on average, they come; positive
public record ArrivalTerms(
    List<Month> months,
    @Omissible double returnElasticity,
    @Omissible double dollarsPerBrandDollar,
    @Omissible double brandMemoryDays) {
  /// Deposits of one month.
  ///
  /// @param month such as `2021-03`
  /// @param dollars in that month by the whole cohort, from 0
  public record Month(String month, double dollars) {}

  /// Takes a copy.
  public ArrivalTerms {
    months = List.copyOf(months);
  }
}
