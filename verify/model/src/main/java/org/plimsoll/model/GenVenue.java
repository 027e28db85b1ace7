package org.plimsoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.Side;

/// Draws the commands that build a venue on which something can happen: a unit of account and one
/// to three assets, sometimes without terms or a price, with markets, places, accounts, deposits.
final class GenVenue {
  private static final long ONE_E9 = 1_000_000_000L;
  private static final long MINUTE = 60 * ONE_E9;
  private static final long HOUR = 60 * MINUTE;

  private final SplittableRandom random;
  private final List<ListingCommand.ListFuture> perpetuals = new ArrayList<>();
  private final List<Long> lots = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();

  GenVenue(SplittableRandom random) {
    this.random = random;
  }

  List<Command> commands() {
    int quoteDecimals = random.nextInt(7);
    int magnitude = Math.max(6 + random.nextInt(11), quoteDecimals + 4); // else nothing can trade
    long quoteMax = power(magnitude) * (1 + random.nextInt(5));
    commands.add(new ListingCommand.DefineAsset(0, "USD", quoteDecimals, quoteMax));
    if (random.nextInt(10) > 0) {
      commands.add(new ListingCommand.SetCollateral(0, ONE_E9, ONE_E9, 0));
    }
    int assets = 1 + random.nextInt(3);
    for (int asset = 1; asset <= assets; asset++) {
      addAsset(asset, quoteDecimals, quoteMax);
    }
    commands.add(new ClockCommand.AdvanceTime(1_000, 0));
    commands.add(new CashCommand.OpenCustody(0, CustodyKind.WALLET, "omnibus"));
    commands.add(new CashCommand.OpenCustody(1, CustodyKind.BANK, "settlement-bank"));
    if (random.nextInt(4) > 0) {
      commands.add(new ClockCommand.ActivateRules(2 + random.nextInt(2)));
    }
    if (random.nextBoolean()) {
      boolean isQueued = random.nextBoolean();
      commands.add(
          new CashCommand.SetWithdrawalPolicy(
              random.nextInt(2),
              isQueued ? WithdrawalMode.QUEUED : WithdrawalMode.GATED,
              isQueued ? 1 + random.nextInt(4) : 0,
              "why",
              "one",
              "two"));
    }
    if (random.nextInt(3) == 0) {
      commands.add(
          new LiquidationCommand.SetMarginProfile(
              MarginProfile.FTX_2019, 48 * HOUR, "early", "one", "two"));
    }
    addFutures(assets, quoteDecimals, quoteMax);
    if (random.nextInt(3) == 0) {
      commands.add(new LendingCommand.SetCustodyPolicy(CustodyPolicy.OPT_IN));
    }
    addBearers(quoteMax);
    int accounts = 2 + random.nextInt(4);
    addAccounts(accounts, quoteMax);
    addPledges(accounts, quoteMax);
    if (random.nextBoolean()) {
      addExchangeToken(accounts, quoteMax);
    }
    if (!perpetuals.isEmpty() && random.nextInt(4) > 0) {
      addToken(assets + 1, accounts, quoteDecimals, quoteMax);
    }
    return commands;
  }

  private void addAccounts(int accounts, long quoteMax) {
    for (int account = 0; account < accounts; account++) {
      commands.add(
          account > 0 && random.nextInt(3) == 0
              ? new AccountCommand.OpenSubaccount(account, account - 1, "sub-" + account)
              : new AccountCommand.OpenAccount(account, "account-" + account));
      commands.add(deposit(account, 0, quoteMax));
      commands.add(deposit(account, 1, quoteMax));
      if (random.nextInt(3) == 0) {
        int asset = random.nextInt(2);
        long amount = deposit(account, asset, quoteMax).amount();
        commands.add(
            new LendingCommand.OfferLending(
                account, asset, amount, 1_000_000L * random.nextInt(4)));
      }
    }
  }

  private void addPledges(int accounts, long quoteMax) {
    for (int account = 0; account < accounts; account++) {
      if (random.nextInt(3) == 0) {
        long minute = 1 + (quoteMax >> random.nextInt(12));
        commands.add(new LiquidationCommand.PledgeBackstop(account, minute, 3 * minute));
      }
    }
  }

  /// Lists a leveraged token on one of the perpetuals, of which accounts can pay for many.
  private void addToken(int asset, int fund, int quoteDecimals, long quoteMax) {
    int decimals = random.nextInt(10);
    long priceE9 = quoteMax / power(6) * power(9 - quoteDecimals);
    commands.add(new ListingCommand.DefineAsset(asset, "LEVERAGED", decimals, power(6 + decimals)));
    if (random.nextInt(3) == 0) {
      commands.add(new ListingCommand.SetCollateral(asset, 500_000_000, 600_000_000, 0));
      commands.add(new ClockCommand.PublishIndexPrice(asset, priceE9));
    }
    commands.add(new AccountCommand.OpenAccount(fund, "fund"));
    LeveragedTokenKind[] kinds = LeveragedTokenKind.values();
    ListingCommand.ListFuture market = perpetuals.get(random.nextInt(perpetuals.size()));
    long most = market.positionMaxLots();
    commands.add(
        new LeveragedTokenCommand.ListLeveragedToken(
            asset,
            kinds[random.nextInt(random.nextInt(4) > 0 ? 2 : kinds.length)],
            fund,
            market.market(),
            priceE9,
            random.nextInt(4) > 0 ? most : Math.min(most, 1 + random.nextInt(20))));
  }

  /// States how accounts are liquidated, mostly, and puts a little by for losses, sometimes.
  private void addBearers(long quoteMax) {
    LiquidationProfile[] all = LiquidationProfile.values();
    LiquidationProfile profile = all[random.nextInt(all.length)];
    commands.add(new LiquidationCommand.SetLiquidationProfile(profile, "opening", "one", "two"));
    for (LossBearer bearer : LossBearer.values()) {
      if (random.nextInt(3) > 0) {
        long amount = 1 + (quoteMax >> (6 + random.nextInt(12)));
        commands.add(new LiquidationCommand.ContributeCapital(bearer, 0, amount, 0));
      }
    }
  }

  private void addAsset(int asset, int quoteDecimals, long quoteMax) {
    int decimals = random.nextInt(10);
    int finer = Math.max(0, decimals - quoteDecimals);
    long lot = power(finer);
    lots.add(lot);
    long balanceMax = Math.max(lot, Math.min(power(18), lot * power(3 + random.nextInt(7))));
    commands.add(new ListingCommand.DefineAsset(asset, "COIN" + asset, decimals, balanceMax));
    if (random.nextInt(5) > 0) {
      long initial = random.nextInt(4) == 0 ? random.nextLong(ONE_E9 + 1) : 950_000_000;
      long total = initial + random.nextLong(ONE_E9 - initial + 1);
      long factor =
          random.nextBoolean() ? 2_000_000 : random.nextLong(ONE_E9) >> random.nextInt(30);
      commands.add(new ListingCommand.SetCollateral(asset, initial, total, factor));
    }
    if (random.nextInt(5) > 0) {
      long priceE9 = Math.max(ONE_E9, quoteMax / power(quoteDecimals) / power(4) * ONE_E9);
      commands.add(new ClockCommand.PublishIndexPrice(asset, Math.min(priceE9, 50_000 * ONE_E9)));
    }
    if (random.nextInt(3) == 0) {
      commands.add(new ClockCommand.SetPriceClamp(asset, true));
    }
    commands.add(
        new ListingCommand.ListMarket(asset - 1, "COIN" + asset + "/USD", asset, 0, ONE_E9, lot));
  }

  /// Lists futures on some assets, with a position bound that some accounts can reach.
  private void addFutures(int assets, int quoteDecimals, long quoteMax) {
    int markets = assets;
    for (int asset = 1; asset <= assets && markets < 4; asset++) {
      if (random.nextInt(3) > 0) {
        long lot = lots.get(asset - 1);
        long expiryNs = random.nextInt(5) > 1 ? 0 : expiry();
        long positionMax = Math.max(1, (quoteMax / power(quoteDecimals)) >> random.nextInt(20));
        ListingCommand.ListFuture future =
            new ListingCommand.ListFuture(
                markets,
                "COIN" + asset + (expiryNs == 0 ? "-PERP" : "-DATED"),
                asset,
                ONE_E9,
                lot,
                expiryNs,
                random.nextBoolean() ? 2_000_000 : random.nextLong(ONE_E9) >> random.nextInt(30),
                ONE_E9,
                ONE_E9,
                Math.min(positionMax, 100_000));
        commands.add(future);
        if (expiryNs == 0) {
          perpetuals.add(future);
        }
        markets++;
      }
    }
  }

  /// Returns a full hour or minute that most histories come to see.
  private long expiry() {
    return random.nextBoolean() ? HOUR * (2 + random.nextInt(8)) : MINUTE * random.nextInt(20, 600);
  }

  /// Makes the first coin the exchange token. It is cheap, trades and is on offer, so that a week's
  /// fees buy some.
  private void addExchangeToken(int accounts, long quoteMax) {
    commands.add(new ClockCommand.ActivateRules(3));
    commands.add(new ClockCommand.PublishIndexPrice(1, 20 * ONE_E9));
    commands.add(new ClockCommand.AdvanceTime(2_000, 0));
    commands.add(exchangeToken(accounts));
    int seller = accounts - 1;
    commands.add(new CashCommand.DepositAsset(0, 0, quoteMax / 2, 0));
    commands.add(new CashCommand.DepositAsset(seller, 1, 8_000 * lots.getFirst(), 0));
    commands.add(new OrderCommand.PlaceLimitOrder(seller, 0, Side.SELL, 20, 6_000));
    commands.add(new OrderCommand.PlaceLimitOrder(0, 0, Side.BUY, 20, 6_000));
    commands.add(new OrderCommand.PlaceLimitOrder(seller, 0, Side.SELL, 21, 2_000));
  }

  private TokenCommand.SetExchangeToken exchangeToken(int accounts) {
    return new TokenCommand.SetExchangeToken(
        1,
        0,
        random.nextInt(accounts),
        random.nextInt(2),
        power(4 + random.nextInt(14)),
        ONE_E9 / (1 + 2 * random.nextInt(2)),
        ONE_E9 / 10,
        1 + random.nextInt(2),
        60,
        ONE_E9 / 10);
  }

  private CashCommand.DepositAsset deposit(int account, int asset, long quoteMax) {
    long amount = Math.max(1, quoteMax >> (1 + random.nextInt(12)));
    return new CashCommand.DepositAsset(account, asset, amount, random.nextInt(2));
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
