package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.protocol.AccountCommand.SetLeverage;
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
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// Something that might happen, as commands to a venue on which it is tried.
sealed interface Change
    permits Change.Order,
        Trade,
        Change.Cancel,
        Change.Balance,
        Change.Leverage,
        Change.Price,
        Terms.Weight,
        Terms.Cap {
  String WHY = "what-if";
  String WHO = "what";
  String SECOND = "if";

  /// Returns the commands.
  ///
  /// @throws NativeError if the venue has nothing of that name, or counts in larger steps
  List<Command> commands(VenueView view, int account);

  /// Reads one.
  static Change of(Body body) {
    String kind = body.text("kind");
    Body read = body.only(members(kind));
    return switch (kind) {
      case "order" ->
          new Order(
              read.text("market"),
              side(read.text("side")),
              read.decimal("size"),
              read.decimalIfAny("price"));
      case "trade" ->
          new Trade(
              read.text("market"),
              side(read.text("side")),
              read.decimal("size"),
              read.decimal("price"));
      case "cancel" -> new Cancel(read.textIfAny("market"));
      case "balance" -> new Balance(read.text("asset"), read.decimal("amount"));
      case "leverage" -> new Leverage(read.decimal("leverage"));
      case "price" -> new Price(read.text("asset"), read.decimal("price"));
      case "weight" -> new Terms.Weight(read.text("asset"), read.decimal("initial_weight"));
      default ->
          new Terms.Cap(
              read.text("asset"),
              read.decimalIfAny("account_max"),
              read.decimalIfAny("venue_max"),
              read.decimalIfAny("owed_max"));
    };
  }

  private static Set<String> members(String kind) {
    return switch (kind) {
      case "order", "trade" -> Set.of("kind", "market", "side", "size", "price");
      case "cancel" -> Set.of("kind", "market");
      case "balance" -> Set.of("kind", "asset", "amount");
      case "leverage" -> Set.of("kind", "leverage");
      case "price" -> Set.of("kind", "asset", "price");
      case "weight" -> Set.of("kind", "asset", "initial_weight");
      case "cap" -> Set.of("kind", "asset", "account_max", "venue_max", "owed_max");
      default ->
          throw NativeError.invalid(
              "'kind' must be order, trade, cancel, balance, leverage, price, weight or cap");
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

  /// The account cancels all its orders.
  ///
  /// @param market of this market alone; of all where there is none
  record Cancel(Optional<String> market) implements Change {
    @Override
    public List<Command> commands(VenueView view, int account) {
      int number =
          market
              .map(name -> Named.market(view, name).market())
              .orElse(CancelAllOrders.EVERY_MARKET);
      return List.of(new CancelAllOrders(account, number, Sides.BOTH));
    }
  }

  /// The account chooses another leverage.
  record Leverage(BigDecimal leverage) implements Change {
    @Override
    public List<Command> commands(VenueView view, int account) {
      long times = Body.steps("leverage", leverage, BigDecimal.ONE);
      if (times < 1 || times > Integer.MAX_VALUE) {
        throw NativeError.invalid("'leverage' is from 1");
      }
      return List.of(new SetLeverage(account, (int) times));
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

    /// Returns the place that has most of an asset.
    static int fullest(VenueView view, int asset) {
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
