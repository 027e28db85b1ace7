package org.plimsoll.model;

import java.util.List;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.VenueView;

/// What must hold when accounts fail.
final class LiquidationLaws {
  private LiquidationLaws() {}

  /// The real venue asks only those accounts whose price band was left or who changed. After the
  /// clock has moved nobody else is below his requirement either, worked out for every account from
  /// nothing; only what is done of due work after the look can have brought somebody there since.
  static void bandsMissNobody(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    NaiveVenue twin = new NaiveVenue(VenueLaws.SIZES);
    for (Request request : history) {
      twin.apply(request);
      List<Event> events = live.apply(request);
      boolean isLook =
          events.get(1) instanceof Event.CommandApplied(AdvanceTime _)
              && events.stream().noneMatch(AnswerChecker::startsDueWork)
              && live.view().liquidationProfile() != LiquidationProfile.OFF;
      for (int account = 0; isLook && account < live.view().accounts().size(); account++) {
        BrokenLaw.unless(
            isKnown(live.view(), account) || twin.isHealthy(account),
            "account " + account + " is below its requirement, and nobody has looked");
      }
    }
  }

  /// Losses are borne in the order of the waterfall, and by what was posted for them.
  static void lossesAreBorneInOrder(List<Request> history) {
    LossChecker checker = new LossChecker();
    VenueLaws.Live live = new VenueLaws.Live();
    for (Request request : history) {
      checker.onCommand(request, live.apply(request));
    }
  }

  private static boolean isKnown(VenueView view, int account) {
    return view.marginStage(account) != MarginStage.HEALTHY
        || view.privileges().stream()
            .anyMatch(held ->
                held.account() == account && held.privilege() == Privilege.LIQUIDATION_EXEMPT);
  }
}
