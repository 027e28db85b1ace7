package org.plimsoll.server.file;

import static org.plimsoll.units.Exact.ONE_E9;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LendingCommand.SetLendingTerms;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenCommand.SetMakerRebate;
import org.plimsoll.server.file.VenueFile.AccountEntry;
import org.plimsoll.server.file.VenueFile.AssetEntry;
import org.plimsoll.server.file.VenueFile.LeveragedTokenEntry;
import org.plimsoll.server.file.VenueFile.LimitsEntry;
import org.plimsoll.server.file.VenueFile.MarketEntry;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.Whereabouts;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Rules;

/// Makes the commands of an opening, each with the place in the file that asks for it.
final class OpeningSteps {
  private final VenueFile file;
  private final Instant now;
  private final Problems problems;
  private final Whereabouts where;
  private final Numbers numbers;
  private final List<Opening.Step> steps = new ArrayList<>();

  private OpeningSteps(Tree root, VenueFile file, Instant now, Problems problems) {
    this.file = file;
    this.now = now;
    this.problems = problems;
    where = new Whereabouts(root);
    numbers = new Numbers(file);
  }

  /// Makes them.
  ///
  /// @param file whose names have been checked
  /// @param now from when quarterlies are counted
  /// @param problems to which figures are added that are no whole counts
  static Opening of(Tree root, VenueFile file, Instant now, Problems problems) {
    OpeningSteps opening = new OpeningSteps(root, file, now, problems);
    opening.list();
    opening.rules();
    opening.prices();
    opening.accounts();
    opening.tokens();
    opening.money();
    opening.add(where -> where.of("venue"), () -> new ActivateRules(Rules.values().length));
    return new Opening(opening.steps);
  }

  private void add(Function<Whereabouts, Place> at, Supplier<DeskCommand> command) {
    Place place = at.apply(where);
    try {
      steps.add(new Opening.Step(command.get(), place));
    } catch (IllegalArgumentException refusal) {
      problems.add(place, String.valueOf(refusal.getMessage()));
    }
  }

  private <T> void eachOf(String section, List<T> entries, Function<T, DeskCommand> command) {
    for (int i = 0; i < entries.size(); i++) {
      T entry = entries.get(i);
      int at = i;
      add(where -> where.of(section, at), () -> command.apply(entry));
    }
  }

  private interface ByName<T> {
    DeskCommand command(String name, T entry);
  }

  private <T> void eachOf(String section, SortedMap<String, T> entries, ByName<T> command) {
    entries.forEach((name, entry) ->
        add(
            where -> where.ofKey(new Object[] {section}, name),
            () -> command.command(name, entry)));
  }

  private void list() {
    eachOf("assets", file.assets(), this::define);
    eachOf(
        "locations",
        file.locations(),
        each -> new OpenCustody(file.locations().indexOf(each), each.kind(), each.name()));
    eachOf("markets", file.markets(), this::market);
    for (int i = 0; i < file.markets().size(); i++) {
      MarketEntry market = file.markets().get(i);
      int at = i;
      market
          .limits()
          .ifPresent(limits ->
              add(where -> where.of("markets", at, "limits"), () -> limits(market, limits)));
    }
  }

  private DeskCommand define(AssetEntry asset) {
    long most =
        asset
            .balanceMax()
            .map(whole -> numbers.units(asset.name(), whole))
            .orElse(Limits.VALUE_MAX);
    return new DefineAsset(numbers.asset(asset.name()), asset.name(), asset.decimals(), most);
  }

  private DeskCommand market(MarketEntry market) {
    int number = numbers.market(market.name());
    int base = numbers.asset(market.base());
    long tickE9 = Numbers.e9(market.tick());
    long lot = numbers.units(market.base(), market.lot());
    if (!market.kind().isFuture()) {
      return new ListMarket(number, market.name(), base, 0, tickE9, lot);
    }
    boolean isPerpetual = market.kind() == MarketEntry.Kind.PERPETUAL;
    Instant end = Quarter.endAfter(now);
    return new ListFuture(
        number,
        isPerpetual ? market.name() : Quarter.name(market.name(), end),
        base,
        tickE9,
        lot,
        isPerpetual ? 0 : end.getEpochSecond() * ONE_E9,
        market.imfFactor().map(Numbers::e9).orElse(0L),
        ONE_E9,
        ONE_E9,
        numbers.lots(market, market.positionMax().orElseThrow()));
  }

  private DeskCommand limits(MarketEntry market, LimitsEntry limits) {
    return new SetMarketLimits(
        numbers.market(market.name()),
        limits.bookCap().map(Numbers::e9).orElse(0L),
        limits.band().map(Numbers::e9).orElse(0L),
        limits.premiumBand().map(Numbers::e9).orElse(0L),
        limits.minimum().map(whole -> numbers.lots(market, whole)).orElse(0L),
        limits.openOrderMax().map(numbers::money).orElse(0L));
  }

  private void rules() {
    VenueFile.ApprovalEntry by = file.approval();
    eachOf(
        "collateral",
        file.collateral(),
        (asset, terms) ->
            new SetCollateral(
                numbers.asset(asset),
                Numbers.e9(terms.initial()),
                Numbers.e9(terms.total()),
                terms.imfFactor().map(Numbers::e9).orElse(0L)));
    add(where -> where.of("custody"), () -> new SetCustodyPolicy(file.custody()));
    file.lendingFee()
        .ifPresent(fee ->
            add(where -> where.of("lending-fee"), () -> new SetLendingTerms(Numbers.e9(fee))));
    add(
        where -> where.of("liquidation"),
        () ->
            new SetLiquidationProfile(
                file.liquidation(), by.reason(), by.granter(), by.secondGranter()));
    eachOf(
        "withdrawals",
        file.withdrawals(),
        (asset, policy) ->
            new SetWithdrawalPolicy(
                numbers.asset(asset),
                policy.mode(),
                policy.perMinute(),
                by.reason(),
                by.granter(),
                by.secondGranter()));
    eachOf("caps", file.caps(), this::caps);
    eachOf("clamped", file.clamped(), asset -> new SetPriceClamp(numbers.asset(asset), true));
  }

  private DeskCommand caps(String asset, VenueFile.CapEntry caps) {
    VenueFile.ApprovalEntry by = file.approval();
    int number = numbers.asset(asset);
    long balanceMax = ((DefineAsset) define(file.assets().get(number))).balanceMax();
    return new CapCollateral(
        number,
        caps.account().map(whole -> numbers.units(asset, whole)).orElse(balanceMax),
        caps.venue().map(whole -> numbers.units(asset, whole)).orElse(Long.MAX_VALUE),
        caps.borrowed().map(whole -> numbers.units(asset, whole)).orElse(Limits.LENDING_MAX),
        by.reason(),
        by.granter(),
        by.secondGranter());
  }

  private void prices() {
    eachOf(
        "prices",
        file.prices(),
        (asset, price) -> new PublishIndexPrice(numbers.asset(asset), Numbers.e9(price.start())));
    for (int i = 0; i < file.leveragedTokens().size(); i++) {
      LeveragedTokenEntry token = file.leveragedTokens().get(i);
      int at = i;
      add(
          where -> where.of("leveraged-tokens", at, "first-price"),
          () ->
              new PublishIndexPrice(numbers.asset(token.asset()), Numbers.e9(token.firstPrice())));
    }
    eachOf(
        "index-from",
        file.indexFrom(),
        (asset, market) -> new SetIndexSource(numbers.asset(asset), numbers.market(market)));
  }

  private void accounts() {
    eachOf(
        "accounts",
        file.accounts(),
        account -> new OpenAccount(numbers.account(account.name()), account.name()));
    eachOf(
        "leveraged-tokens",
        file.leveragedTokens(),
        token -> new OpenAccount(numbers.fund(token), token.fund()));
  }

  private void tokens() {
    eachOf("leveraged-tokens", file.leveragedTokens(), this::leveraged);
    file.token()
        .ifPresent(token ->
            add(
                where -> where.of("token"),
                () ->
                    new SetExchangeToken(
                        numbers.asset(token.asset()),
                        numbers.market(token.market()),
                        numbers.account(token.treasury()),
                        numbers.custody(token.asset()),
                        numbers.units(token.asset(), token.supply()),
                        Numbers.e9(token.feeShare()),
                        token.fundShare().map(Numbers::e9).orElse(0L),
                        token.slices(),
                        token.intervalSeconds(),
                        Numbers.e9(token.limit()))));
  }

  private DeskCommand leveraged(LeveragedTokenEntry token) {
    MarketEntry market = file.markets().get(numbers.market(token.market()));
    return new ListLeveragedToken(
        numbers.asset(token.asset()),
        token.kind(),
        numbers.fund(token),
        numbers.market(token.market()),
        Numbers.e9(token.firstPrice()),
        numbers.lots(market, token.order()));
  }

  private void money() {
    for (int i = 0; i < file.accounts().size(); i++) {
      AccountEntry account = file.accounts().get(i);
      int number = i;
      Object[] deposits = {"accounts", i, "deposits"};
      account
          .deposits()
          .forEach((asset, whole) ->
              add(where -> where.ofKey(deposits, asset), () -> deposit(number, asset, whole)));
      account
          .backstop()
          .ifPresent(pledge ->
              add(
                  where -> where.of("accounts", number, "backstop"),
                  () ->
                      new PledgeBackstop(
                          number,
                          numbers.money(pledge.perMinute()),
                          numbers.money(pledge.perHour()))));
      account
          .makerRebate()
          .ifPresent(rebate ->
              add(
                  where -> where.of("accounts", number, "maker-rebate"),
                  () -> new SetMakerRebate(number, Numbers.e9(rebate))));
    }
    eachOf("privileges", file.privileges(), this::privilege);
    eachOf(
        "insurance", file.insurance(), (asset, whole) -> put(LossBearer.INSURANCE, asset, whole));
    eachOf("capital", file.capital(), (asset, whole) -> put(LossBearer.CAPITAL, asset, whole));
  }

  private DeskCommand deposit(int account, String asset, BigDecimal whole) {
    return new DepositAsset(
        account, numbers.asset(asset), numbers.units(asset, whole), numbers.custody(asset));
  }

  private DeskCommand put(LossBearer bearer, String asset, BigDecimal whole) {
    return new ContributeCapital(
        bearer, numbers.asset(asset), numbers.units(asset, whole), numbers.custody(asset));
  }

  private DeskCommand privilege(VenueFile.GrantEntry grant) {
    VenueFile.ApprovalEntry by = file.approval();
    return new GrantPrivilege(
        numbers.account(grant.account()),
        grant.privilege(),
        grant.amount().map(numbers::money).orElse(0L),
        by.reason(),
        by.granter(),
        by.secondGranter());
  }
}
