package org.plimsoll.server.solvency;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.plimsoll.mirror.Surroundings.AssetFacts;

/// What no venue knows of itself: who stands or falls with it, and what its assets are.
///
/// @param venue its name
/// @param related names of the accounts of parties that stand or fall with it
/// @param assets by asset code
public record LiveFacts(String venue, SortedSet<String> related, Map<String, AssetFacts> assets) {
  /// The party that runs the venue. No account can be called so.
  public static final String SUBJECT = "(venue)";

  /// The party that stands for everybody who can owe nothing. No account can be called so.
  static final String DEPOSITORS = "(depositors)";

  /// Accounts of the venue itself, which answer for it: its treasury, its market makers.
  List<String> relatedTo() {
    return List.copyOf(related);
  }
}
