package org.plimsoll.model;

import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.DueWork;
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
  static void bandsMissNobody(Request request, LawRun run) {
    boolean isLook =
        run.events().get(1) instanceof Event.CommandApplied(AdvanceTime _)
            && run.events().stream().noneMatch(LiquidationLaws::startsOtherWork)
            && run.view().liquidationProfile() != LiquidationProfile.OFF;
    for (int account = 0; isLook && account < run.view().accounts().size(); account++) {
      BrokenLaw.unless(
          isKnown(run.view(), account) || run.twin().health().of(account).isMet(),
          "account " + account + " is below its requirement, and nobody has looked");
    }
  }

  private static boolean startsOtherWork(Event event) {
    return event instanceof ClockEvent.DueWorkBegan e && e.work() != DueWork.STAGE;
  }

  private static boolean isKnown(VenueView view, int account) {
    return view.marginStage(account) != MarginStage.HEALTHY
        || view.privileges().stream()
            .anyMatch(held ->
                held.account() == account && held.privilege() == Privilege.LIQUIDATION_EXEMPT);
  }
}
