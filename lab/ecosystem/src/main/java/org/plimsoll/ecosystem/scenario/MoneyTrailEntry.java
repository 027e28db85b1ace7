package org.plimsoll.ecosystem.scenario;

import java.util.List;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;

/// Whose money is followed over a run: where it came from and where it went.
///
/// @param of parties that count as one; what they pay each other is no source and no use
@Says("where money came from and went")
public record MoneyTrailEntry(
    @Says("Parties that count as one; `venue` may be among them.") List<String> of,
    @Says("What others say of a line.") List<BesideEntry> beside) {
  /// What others say of a line.
  ///
  /// @param line as the run calls it; one that the run does not have stands with nothing
  @Says("what others say of a line")
  public record BesideEntry(
      @Says("The line, such as `ventures`.") String line,
      @Says("What the posts that tell the story say.") @Omissible String told,
      @Says("What sources record, with the source.") @Omissible String recorded) {}
}
