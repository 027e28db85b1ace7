package org.plimsoll.bench.orders;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.AccountCommand.RenameAccount;
import org.plimsoll.protocol.AccountCommand.SetLeverage;
import org.plimsoll.protocol.CashCommand.CancelWithdrawal;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlCommand.OverridePublishedFigure;
import org.plimsoll.protocol.ControlCommand.RevokePrivilege;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LendingCommand.SetLendingTerms;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationCommand.SetMarginProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderText;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.protocol.QuoteCommand.AcceptQuote;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TokenCommand.CancelUnstake;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenCommand.SetMakerRebate;
import org.plimsoll.protocol.TokenCommand.StakeToken;
import org.plimsoll.protocol.TokenCommand.UnstakeToken;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.Exact;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Rules;

/// Commands that all pass at a venue that begins with [#opening]: every one of a desk is in it or
/// in each round. A round lists two assets, two markets and a leveraged token, opens three accounts
/// and a custody location, and lets an hour pass.
final class DeskRound {
  /// As many as there are assets for.
  static final int ROUNDS = 20;

  static final Limits LIMITS = new Limits(64, 64, 32, 64, 1, 100, 100_000);

  private static final long E9 = Exact.ONE_E9;
  private static final long START_NS = 1_600_000_000L * E9;
  private static final long HOUR_NS = 3_600 * E9;
  private static final long FAR_NS = 365 * 24 * HOUR_NS;
  private static final long DOLLAR = 1_000_000;
  private static final long COIN = 10_000;
  private static final int TRADER = 0;
  private static final int DEALER = 1;
  private static final int TREASURY = 2;
  private static final int BASE = 1;
  private static final int TOKEN = 2;
  private static final int VAULT = 0;

  private final int round;
  private final long nowNs;

  /// @param round from 0
  DeskRound(int round) {
    this.round = round;
    this.nowNs = START_NS + round * HOUR_NS;
  }

  static List<Command> opening() {
    List<Command> commands = new ArrayList<>();
    commands.add(new DefineAsset(0, "USD", 6, 50_000_000_000L * DOLLAR));
    commands.add(new SetCollateral(0, E9, E9, 0));
    commands.add(new OpenCustody(VAULT, CustodyKind.WALLET, "vault"));
    for (int version = 2; version <= Rules.values().length; version++) {
      commands.add(new ActivateRules(version));
    }
    for (int asset = BASE; asset <= TOKEN; asset++) {
      commands.addAll(asset(asset));
      commands.add(new ListMarket(asset - 1, "COIN" + asset + "/USD", asset, 0, E9 / 100, 1));
    }
    commands.add(new AdvanceTime(START_NS, 0));
    for (int account = TRADER; account <= TREASURY; account++) {
      commands.add(new OpenAccount(account, "account-" + account));
      commands.add(new DepositAsset(account, 0, 100_000_000 * DOLLAR, VAULT));
      commands.add(new DepositAsset(account, BASE, 1_000 * COIN, VAULT));
      commands.add(new DepositAsset(account, TOKEN, 100_000 * COIN, VAULT));
    }
    return commands;
  }

  /// The commands of the round, each of which passes after those before it.
  List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.addAll(listings());
    commands.addAll(accountsAndCash());
    commands.addAll(withdrawals());
    commands.addAll(orders());
    commands.addAll(terms());
    commands.addAll(tokens());
    commands.add(new AdvanceTime(nowNs + HOUR_NS / 2, round));
    commands.add(new AdvanceTime(nowNs + HOUR_NS, round));
    commands.add(new RedeemToken(TRADER, newAsset() + 1, DOLLAR)); // its fund has settled down
    return commands;
  }

  private static List<Command> asset(int asset) {
    return List.of(
        new DefineAsset(asset, "COIN" + asset, 4, 100_000_000_000L),
        new SetCollateral(asset, 900_000_000, 950_000_000, 500_000),
        new PublishIndexPrice(asset, 100 * E9));
  }

  private int newAsset() {
    return TOKEN + 1 + 2 * round;
  }

  private int newMarket() {
    return 2 + 2 * round;
  }

  private int newAccount() {
    return TREASURY + 1 + 3 * round;
  }

  private int fund() {
    return newAccount() + 2;
  }

  private List<Command> listings() {
    int asset = newAsset();
    int spot = newMarket();
    List<Command> commands = new ArrayList<>(asset(asset));
    commands.add(new SetPriceClamp(asset, true));
    commands.add(new ListMarket(spot, "COIN" + asset + "/USD", asset, 0, E9 / 100, 1));
    commands.add(
        new ListFuture(
            spot + 1, "PERP" + asset, BASE, E9 / 100, 1, 0, 2_000_000, E9, E9, 1_000_000_000));
    commands.add(new SetMarketLimits(spot, 0, E9 / 10, 0, 1, 0));
    commands.add(new SetMarketState(spot, MarketState.POST_ONLY, "why", "one", "two"));
    commands.add(new SetIndexSource(asset, spot));
    return commands;
  }

  private List<Command> accountsAndCash() {
    int account = newAccount();
    int custody = VAULT + 1 + round;
    return List.of(
        new OpenCustody(custody, CustodyKind.BANK, "bank-" + custody),
        new OpenAccount(account, "account-" + account),
        new OpenSubaccount(account + 1, account, "account-" + account + "/hedge"),
        new RenameAccount(account + 1, "account-" + account + "/swing"),
        new OpenAccount(fund(), "account-" + fund()),
        new SetLeverage(account, 10),
        new DepositAsset(account, 0, 10_000 * DOLLAR, VAULT),
        new MoveAsset(account, account + 1, 0, 1_000 * DOLLAR),
        new MoveCustody(VAULT, custody, 0, 1_000 * DOLLAR));
  }

  private List<Command> withdrawals() {
    return List.of(
        new SetWithdrawalPolicy(0, WithdrawalMode.QUEUED, 60, "why", "one", "two"),
        new WithdrawAsset(TRADER, 0, 10 * DOLLAR, VAULT),
        new CancelWithdrawal(TRADER, 0, 1 + 2L * round),
        new SetWithdrawalPolicy(0, WithdrawalMode.IMMEDIATE, 0, "why", "one", "two"),
        new WithdrawAsset(TRADER, 0, 10 * DOLLAR, VAULT));
  }

  private List<Command> orders() {
    return List.of(
        new PlaceLimitOrder(TRADER, 0, Side.BUY, 9_000, 10),
        new PlaceLimitOrder(TRADER, 0, Side.BUY, 9_001, 10),
        new CancelAllOrders(TRADER, CancelAllOrders.EVERY_MARKET, Sides.BOTH),
        new PlaceTrigger(TRADER, 0, TriggerKind.STOP, Side.SELL, 9_000, 0, 10, false),
        new CancelTrigger(TRADER, 1 + round),
        new NoteClientOrder(TRADER, 1 + round, new OrderText("-".repeat(OrderText.LENGTH_MAX))),
        new OfferQuote(1 + round, DEALER, TRADER, 0, BASE, 100 * DOLLAR, COIN, nowNs + FAR_NS),
        new AcceptQuote(TRADER, 1 + round));
  }

  private List<Command> terms() {
    int account = newAccount();
    return List.of(
        new SetCustodyPolicy(CustodyPolicy.COMMINGLED),
        new SetLendingTerms(700_000 + round),
        new OfferLending(TRADER, BASE, (1 + round) * COIN, 1_000),
        new GrantPrivilege(account, Privilege.ALLOW_NEGATIVE, 1_000, "why", "one", "two"),
        new RevokePrivilege(account, Privilege.ALLOW_NEGATIVE, "why", "one", "two"),
        new OverridePublishedFigure(PublishedFigure.INSURANCE_FUND, round, "why", "one", "two"),
        new SetLiquidationProfile(LiquidationProfile.FTX_2022, "why", "one", "two"),
        new SetMarginProfile(MarginProfile.FTX_2022, nowNs + FAR_NS, "why", "one", "two"),
        new PledgeBackstop(TRADER, 1_000 * DOLLAR, 10_000 * DOLLAR),
        new ContributeCapital(LossBearer.CAPITAL, 0, 1_000 * DOLLAR, VAULT),
        new CapCollateral(BASE, 100_000_000_000L, 1L << 60, 1L << 60, "why", "one", "two"),
        new AnnounceWeight(
            newAsset(), 900_000_000, nowNs + FAR_NS, 1_000_000, "why", "one", "two"));
  }

  private List<Command> tokens() {
    int asset = newAsset() + 1;
    int perpetual = newMarket() + 1;
    return List.of(
        new SetMakerRebate(TRADER, 10_000 + round),
        new SetExchangeToken(
            TOKEN, 1, TREASURY, VAULT, 1_000 * COIN, E9 / 3, E9 / 10, 4, 3_600, E9 / 20),
        new StakeToken(TRADER, 100),
        new UnstakeToken(TRADER, 50),
        new CancelUnstake(TRADER, 10, 1),
        new DefineAsset(asset, "BULL" + asset, 6, 1_000_000 * DOLLAR),
        new ListLeveragedToken(
            asset, LeveragedTokenKind.BULL, fund(), perpetual, 100 * E9, 1_000_000),
        new PlaceLimitOrder(DEALER, perpetual, Side.SELL, 10_000, 1_000_000),
        new PlaceLimitOrder(TREASURY, perpetual, Side.BUY, 9_999, 1_000_000),
        new CreateToken(TRADER, asset, 10 * DOLLAR),
        new PayFromFees(0, 1, VAULT, "why", "one", "two")); // out of what that cost
  }
}
