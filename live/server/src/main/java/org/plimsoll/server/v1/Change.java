package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// Something that might happen, as commands to a venue on which it is tried.
sealed interface Change {
  String WHY = "what-if";
  String WHO = "what";
  String SECOND = "if";

  /// Every member that a change may have.
  List<String> MEMBERS = List.of("kind", "market", "side", "size", "price", "asset", "amount");

  /// Returns the commands.
  ///
  /// @throws NativeError if the venue has nothing of that name, or counts in larger steps
  List<Command> commands(VenueView view, int account);

  /// Reads one.
  static Change of(Body body) {
    return switch (body.text("kind")) {
      case "order" ->
          new Order(
              body.text("market"),
              side(body.text("side")),
              body.decimal("size"),
              body.decimalIfAny("price"));
      case "balance" -> new Balance(body.text("asset"), body.decimal("amount"));
      case "price" -> new Price(body.text("asset"), body.decimal("price"));
      default -> throw NativeError.invalid("'kind' must be order, balance or price");
    };
  }

  /// Reads a side.
  static Side side(String text) {
    return switch (text) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw NativeError.invalid("'side' must be buy or sell");
    };
  }

  /// The account sends an order, which meets the order book as it is.
  ///
  /// @param price its limit; a market order where there is none
  record Order(String market, Side side, BigDecimal size, Optional<BigDecimal> price)
      implements Change {
    @Override
    public List<Command> commands(VenueView view, int account) {
      MarketListing listing = Named.market(view, market);
      BigDecimal lot = BigDecimal.valueOf(listing.lot(), view.asset(listing.base()).decimals());
      long lots = Body.steps("size", size, lot);
      return List.of(
          price.isEmpty()
              ? new PlaceMarketOrder(account, listing.market(), side, lots)
              : new PlaceLimitOrder(
                  account,
                  listing.market(),
                  side,
                  Body.steps("price", price.get(), BigDecimal.valueOf(listing.tickE9(), 9)),
                  lots));
    }
  }

  /// The account brings an amount of an asset, or takes it if it is negative.
  record Balance(String asset, BigDecimal amount) implements Change {
    @Override
    public List<Command> commands(VenueView view, int account) {
      DefineAsset named = Named.asset(view, asset);
      long units = Body.steps("amount", amount, BigDecimal.valueOf(1, named.decimals()));
      int custody = fullest(view, named.asset());
      return List.of(
          units < 0
              ? new WithdrawAsset(account, named.asset(), -units, custody)
              : new DepositAsset(account, named.asset(), units, custody));
    }

    private static int fullest(VenueView view, int asset) {
      int fullest = 0;
      for (int custody = 1; custody < view.custody().size(); custody++) {
        if (view.onHand(custody, asset) > view.onHand(fullest, asset)) {
          fullest = custody;
        }
      }
      return fullest;
    }
  }

  /// An asset's price outside is another one, and reaches the marks at once: that of each future
  /// moves with it by the premium that it has. Nobody is liquidated for it: what is asked is where
  /// the account would stand before anybody acts.
  record Price(String asset, BigDecimal price) implements Change {
    @Override
    public List<Command> commands(VenueView view, int account) {
      int number = Named.asset(view, asset).asset();
      List<Command> commands = new ArrayList<>();
      commands.add(profile(LiquidationProfile.OFF));
      commands.addAll(move(view, number, Body.steps("price", price, BigDecimal.valueOf(1, 9))));
      commands.add(new AdvanceTime(view.clockNs(), 0));
      for (MarketListing market : pausable(view, number)) {
        commands.add(state(market, view.marketState(market.market())));
      }
      return commands;
    }

    private static List<MarketListing> pausable(VenueView view, int asset) {
      return view.markets().stream()
          .filter(market -> market instanceof ListFuture && market.base() == asset)
          .filter(market -> isPausable(view.marketState(market.market())))
          .toList();
    }

    /// Returns what lets an asset have another price at the next tick, and halts its futures, whose
    /// marks then follow.
    static List<Command> move(VenueView view, int asset, long priceE9) {
      List<Command> commands = new ArrayList<>();
      pausable(view, asset).forEach(market -> commands.add(state(market, MarketState.HALTED)));
      commands.add(new SetPriceClamp(asset, false));
      commands.add(new SetIndexSource(asset, SetIndexSource.PUBLISHED));
      commands.add(new PublishIndexPrice(asset, priceE9));
      return commands;
    }

    private static boolean isPausable(MarketState state) {
      return state != MarketState.DELISTED && state != MarketState.HALTED;
    }

    private static SetMarketState state(MarketListing market, MarketState state) {
      return new SetMarketState(market.market(), state, WHY, WHO, SECOND);
    }
  }

  /// Returns the command that lets accounts be liquidated by a waterfall.
  static Command profile(LiquidationProfile profile) {
    return new SetLiquidationProfile(profile, WHY, WHO, SECOND);
  }
}
