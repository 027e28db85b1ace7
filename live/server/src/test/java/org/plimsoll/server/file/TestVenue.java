package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Exact;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// A venue whose clock stands at the day of the tests, and that must take whatever it is sent.
final class TestVenue {
  private final List<Event> heard = new ArrayList<>();
  private final Venue venue;
  private final int accountsMax;
  private long sequence;

  TestVenue(Limits limits) {
    venue = new Venue(limits, new EventRecorder(heard::add));
    accountsMax = limits.accountsMax();
    advance(0);
  }

  /// Moves the clock to so many seconds after the day of the tests.
  void advance(long seconds) {
    take(new AdvanceTime((SampleVenue.NOW.getEpochSecond() + seconds) * Exact.ONE_E9, 7));
  }

  /// Sends a command that must not be refused, and returns what it did.
  List<Event> take(Command command) {
    heard.clear();
    new Request(0, ++sequence, command).deliverTo(venue);
    assertThat(heard).as(command.toString()).noneMatch(CommandRefused.class::isInstance);
    return List.copyOf(heard);
  }

  void take(List<? extends Command> commands) {
    commands.forEach(this::take);
  }

  VenueView view() {
    return venue.view();
  }

  int market(String name) {
    return view().markets().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .market();
  }

  int account(String name) {
    return view().accounts().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .account();
  }

  int asset(String code) {
    for (int asset = 0; asset < view().assetCount(); asset++) {
      if (view().asset(asset).code().equals(code)) {
        return asset;
      }
    }
    throw new IllegalArgumentException(code);
  }

  /// Checks the identity of the books for every asset: what is there, or issued, is somebody's.
  void requireBalanced() {
    for (int asset = 0; asset < view().assetCount(); asset++) {
      long there = view().issued(asset);
      for (int custody = 0; custody < view().custody().size(); custody++) {
        there += view().onHand(custody, asset);
      }
      long owed = 0;
      for (VenueAccount purpose : VenueAccount.values()) {
        owed += view().venueBalance(purpose, asset);
      }
      for (int account = 0; account < Math.min(accountsMax, view().accounts().size()); account++) {
        owed += view().balance(account, asset) + view().pending(account, asset);
        owed += view().staked(account, asset);
      }
      for (var market : view().markets()) {
        owed += asset == 0 ? view().settlementBalance(market.market()) : 0;
      }
      assertThat(owed).as(view().asset(asset).code()).isEqualTo(there);
    }
  }

  /// Returns what the opening has made, in words, without when and in how many commands.
  String picture() {
    StringBuilder all = new StringBuilder();
    VenueView view = view();
    all.append(view.rules()).append(view.accounts()).append(view.custody()).append(view.markets());
    all.append(view.custodyPolicy()).append(view.lendingTakerFeeE9());
    all.append(view.liquidationProfile()).append(view.exchangeToken());
    all.append(view.leveragedTokens()).append(view.privileges()).append(view.fees());
    for (int asset = 0; asset < view.assetCount(); asset++) {
      all.append(view.asset(asset)).append(view.collateral(asset)).append(view.caps(asset));
      all.append(view.withdrawalPolicy(asset)).append(view.indexE9(asset));
      all.append(view.indexMarket(asset)).append(view.isClamped(asset));
      for (VenueAccount purpose : VenueAccount.values()) {
        all.append(view.venueBalance(purpose, asset)).append(' ');
      }
      for (int account = 0; account < view.accounts().size(); account++) {
        all.append(view.balance(account, asset)).append(view.pledge(account));
      }
    }
    view.markets().forEach(market -> all.append(view.limits(market.market())));
    return all.toString();
  }
}
