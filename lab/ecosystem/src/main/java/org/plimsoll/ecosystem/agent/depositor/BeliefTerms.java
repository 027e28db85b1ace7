package org.plimsoll.ecosystem.agent.depositor;

import java.util.List;
import org.plimsoll.text.bind.Omissible;

/// What customers believe about the part of all claims that a venue could pay at once, and when
/// they leave: the game of Morris and Shin (2003) and of Goldstein and Pauzner (2005), in which
/// each sees a little of the truth and must guess what the others do.
///
/// @param calmCoverage what everybody believes while there is no news; 1 is all claims
/// @param dispersion how far the most doubtful and the most trusting are from the middle; uniform
///   in between; from 0
/// @param stayingYield what staying is worth with a survivor, as a part of the claim; positive
/// @param failureRecovery what whoever stayed expects from a failure, as a part of the claim, 0 to
///   1
/// @param token whose price is read as a sign, by its code; empty if none
/// @param perTokenFall coverage lost for a fall of the token's logarithm by 1 under its slow mean
/// @param tokenMemoryDays of that mean; positive
/// @param attentionHours how long, on average, until somebody who would leave looks; positive
/// @param news what else counts
public record BeliefTerms(
    double calmCoverage,
    @Omissible double dispersion,
    double stayingYield,
    @Omissible double failureRecovery,
    @Omissible String token,
    @Omissible double perTokenFall,
    @Omissible double tokenMemoryDays,
    double attentionHours,
    List<News> news) {
  /// How a topic of the bulletin moves the belief.
  ///
  /// @param name of the topic, such as `withdrawal-age-hours` or `leak`
  /// @param coveragePerUnit coverage gained for each unit of the notice; negative for bad news
  /// @param halfLifeDays after which half of it is forgotten; 0 for never
  public record News(String name, double coveragePerUnit, @Omissible double halfLifeDays) {}

  /// Takes a copy.
  public BeliefTerms {
    news = List.copyOf(news);
  }
}
