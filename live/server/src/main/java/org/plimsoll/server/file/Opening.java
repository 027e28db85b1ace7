package org.plimsoll.server.file;

import java.util.List;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.text.Place;
import org.plimsoll.venue.Rules;
import org.plimsoll.venue.VenueView;

/// The commands that make an empty venue the one of a file, and which of them are still to come.
///
/// The last of them lets the newest rules bind. So a venue whose rules are no longer the first ones
/// is open, whatever has become of it since, and before that nobody but the opening has changed
/// anything: what adds something is done where that is there, and what states something may be
/// stated again. A server that dies in the middle goes on from there.
///
/// The venue's clock must have been set, or quarterlies and weeks begin in 1970.
public final class Opening {
  /// A command, and where the file asks for it.
  record Step(DeskCommand command, Place place) {}

  private final List<Step> steps;

  Opening(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /// Returns all of it.
  public List<DeskCommand> commands() {
    return steps.stream().map(Step::command).toList();
  }

  /// Returns what a venue still lacks, in order; nothing if it is open.
  public List<DeskCommand> missing(VenueView view) {
    return isOver(view)
        ? List.of()
        : commands().stream().filter(command -> !isThere(command, view)).toList();
  }

  /// Returns whether the opening of a venue is over.
  public static boolean isOver(VenueView view) {
    return view.rules() != Rules.CASH;
  }

  List<Step> steps() {
    return steps;
  }

  private static boolean isThere(DeskCommand command, VenueView view) {
    return switch (command) {
      case DefineAsset c -> c.asset() < view.assetCount();
      case OpenCustody c -> c.custody() < view.custody().size();
      case MarketListing c -> c.market() < view.markets().size();
      case OpenAccount c -> c.account() < view.accounts().size();
      case ListLeveragedToken c -> view.leveragedTokens().contains(c);
      case PublishIndexPrice c -> view.indexE9(c.asset()) > 0;
      case DepositAsset c ->
          c.account() < view.accounts().size() && view.balance(c.account(), c.asset()) > 0;
      case ContributeCapital c -> view.venueBalance(purpose(c.bearer()), c.asset()) > 0;
      default -> false;
    };
  }

  private static VenueAccount purpose(LossBearer bearer) {
    return switch (bearer) {
      case INSURANCE -> VenueAccount.INSURANCE;
      case CAPITAL -> VenueAccount.CAPITAL;
    };
  }
}
