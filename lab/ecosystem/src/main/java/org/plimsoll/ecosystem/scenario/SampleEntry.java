package org.plimsoll.ecosystem.scenario;

import java.time.Duration;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;

/// What is sampled over time.
///
/// @param of the asset, market, party, account or topic that the measure is of
@Says("a series to record")
public record SampleEntry(
    @Says("What is measured.") Measure series,
    @Says("The asset, market, party, account or topic that it is of.") @Omissible String of,
    @Says("How often.") Duration every,
    @Says("How it is called; the measure and what it is of where nothing is said.") @Omissible
        String name,
    @Says("A title in words; made of the measure where nothing is said.") @Omissible String title) {
  /// Returns how the series is called.
  public String label() {
    if (!name.isEmpty()) {
      return name;
    }
    return of.isEmpty() ? series.word() : series.word() + "-" + of;
  }
}
