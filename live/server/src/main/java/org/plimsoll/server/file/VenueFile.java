package org.plimsoll.server.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.text.bind.Defined;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;
import org.plimsoll.units.LeveragedTokenKind;

/// What a venue file says. Where a scenario file says the same, it says it in the same words.
///
/// @param venue the version of the format
/// @param feed where nothing is said, somebody publishes prices
@Says("a venue")
public record VenueFile(
    @Says("The version of this format.") int venue,
    @Says("One line that says what the venue is.") String title,
    @Says("Whether nothing in it is worth anything, so that an operator may begin it again.")
        boolean sandbox,
    @Says("Who answers for the rules that two people must answer for.") ApprovalEntry approval,
    @Says("What can be held or owed; the first is the unit of account.") List<AssetEntry> assets,
    @Says("Where the venue keeps what customers left.") List<LocationEntry> locations,
    @Says("What is traded.") List<MarketEntry> markets,
    @Says("What counts as collateral and can be borrowed, by asset.")
        SortedMap<String, CollateralEntry> collateral,
    @Says("Out of what the venue lends.") CustodyPolicy custody,
    @Says("The taker fee by which terms of lending go, such as 0.07%.")
        Optional<BigDecimal> lendingFee,
    @Says("The waterfall by which accounts are liquidated.") @Omissible
        LiquidationProfile liquidation,
    @Says("How withdrawals are paid, by asset; at once where nothing is said.")
        SortedMap<String, WithdrawalEntry> withdrawals,
    @Says("Caps on what counts as collateral and is lent, by asset.")
        SortedMap<String, CapEntry> caps,
    @Says("What assets cost outside, by asset.") SortedMap<String, PriceEntry> prices,
    @Says("How prices move that are made up; they stand where nothing is said.")
        Optional<FeedEntry> feed,
    @Says("The spot market that an asset's index is read off, by asset.")
        SortedMap<String, String> indexFrom,
    @Says("Assets whose marks are clamped.") List<String> clamped,
    @Says("The exchange token and its buy-backs.") Optional<TokenEntry> token,
    @Says("Leveraged tokens.") List<LeveragedTokenEntry> leveragedTokens,
    @Says("Accounts that are there from the beginning.") List<AccountEntry> accounts,
    @Says("Who quotes conversions to anybody who asks; nobody where nothing is said.")
        Optional<DealerEntry> dealer,
    @Says("Exceptions from the rules.") List<GrantEntry> privileges,
    @Says("What the insurance fund begins with, in whole units by asset.")
        SortedMap<String, BigDecimal> insurance,
    @Says("What the owners put in, which bears what the fund does not, by asset.")
        SortedMap<String, BigDecimal> capital,
    @Says("The most that the faucet gives one account in a day, in whole units by asset.")
        SortedMap<String, BigDecimal> faucet) {
  /// Who answers for what takes two people.
  @Says("an approval")
  public record ApprovalEntry(
      @Says("Why, in a word.") @Defined("name") String reason,
      @Says("Who asks for it.") @Defined("name") String granter,
      @Says("Who agrees; somebody else.") @Defined("name") String secondGranter) {}

  /// Something that can be held or owed.
  ///
  /// @param location needed but for leveraged tokens, which are nowhere but in the books
  /// @param balanceMax needed but for the unit of account
  @Says("an asset")
  public record AssetEntry(
      @Says("How it is called, such as `BTC`.") @Defined("name") String name,
      @Says("Decimals of its smallest unit, 0 to 9.") int decimals,
      @Says(
              "The custody location where what arrives of it is kept; needed but for leveraged tokens.")
          @Defined("name")
          Optional<String> location,
      @Says(
              "The most that one account may have of it, in whole units, worth at most 50 bn; needed but for the first.")
          Optional<BigDecimal> balanceMax,
      @Says("How soon it is money; liquid if not said. An exchange token is illiquid always.")
          @Omissible
          Asset.Tier tier) {}

  /// A custody location.
  @Says("a custody location")
  public record LocationEntry(
      @Says("How it is called.") @Defined("name") String name,
      @Says("What sort of place it is.") CustodyKind kind) {}

  /// A market. All are quoted in the unit of account.
  @Says("a market")
  public record MarketEntry(
      @Says("How it is called, such as `BTC/USD`; of a quarterly, without its date.")
          @Defined("name")
          String name,
      @Says("What sort of market it is; spot if not said.") @Omissible Kind kind,
      @Says("The asset whose price is traded.") @Defined("name") String base,
      @Says("The price step, in the unit of account.") BigDecimal tick,
      @Says("The quantity step, in whole units of the base.") BigDecimal lot,
      @Says("Growth of requirements of a future with the root of its size.")
          Optional<BigDecimal> imfFactor,
      @Says(
              "The largest position of an account in a future, in whole units of the base; needed there.")
          Optional<BigDecimal> positionMax,
      @Says("What orders are held to.") Optional<LimitsEntry> limits) {
    /// What is traded in a market.
    public enum Kind {
      /// The asset itself.
      SPOT,
      /// A future that never ends.
      PERPETUAL,
      /// A future that ends on the last Friday of a quarter at 03:00 UTC.
      QUARTERLY;

      boolean isFuture() {
        return this != SPOT;
      }
    }
  }

  /// What orders in a market are held to; what is not said limits nothing.
  @Says("limits of a market")
  public record LimitsEntry(
      @Says("How far through the best opposite price an order may go, as a part of it.")
          Optional<BigDecimal> bookCap,
      @Says("How far from the mark a limit may be, as a part of it.") Optional<BigDecimal> band,
      @Says("How far a future's premium may be from its mean, as a part of the index.")
          Optional<BigDecimal> premiumBand,
      @Says("The smallest order, in whole units of the base.") Optional<BigDecimal> minimum,
      @Says("The most that an account's orders of one side may come to, in the unit of account.")
          Optional<BigDecimal> openOrderMax) {}

  /// What an asset counts for.
  @Says("collateral terms")
  public record CollateralEntry(
      @Says("Weight for new orders and withdrawals, 0 to 1.") BigDecimal initial,
      @Says("Weight for maintenance, 0 to 1.") BigDecimal total,
      @Says("Growth of requirements with the root of the quantity.")
          Optional<BigDecimal> imfFactor) {}

  /// How withdrawals of an asset are paid.
  @Says("a withdrawal policy")
  public record WithdrawalEntry(
      @Says("How they are paid.") WithdrawalMode mode,
      @Says("How many are sent in a minute, where they are queued.") @Omissible int perMinute) {}

  /// Caps of an asset; what is not said caps nothing.
  @Says("caps")
  public record CapEntry(
      @Says("The most of one account that counts at the initial weight, in whole units.")
          Optional<BigDecimal> account,
      @Says("The most of all accounts together that does.") Optional<BigDecimal> venue,
      @Says("The most that accounts may owe in all.") Optional<BigDecimal> borrowed) {}

  /// What an asset costs outside.
  @Says("a price")
  public record PriceEntry(
      @Says("The first price of a whole unit, in the unit of account.") BigDecimal start,
      @Says("Standard deviation of the logarithm in a year, such as 70%; 0 if not said.") @Omissible
          double volatility) {
    /// Checks the bound.
    public PriceEntry {
      if (volatility < 0 || volatility > PriceFeed.VOLATILITY_MAX) {
        throw new IllegalArgumentException(
            "`volatility` is " + volatility + "; expected 0 to " + PriceFeed.VOLATILITY_MAX);
      }
    }
  }

  /// How prices that are made up move.
  @Says("a price feed")
  public record FeedEntry(
      @Says("How often they move.") Duration every,
      @Says("Chooses the random numbers.") @Omissible long seed) {}

  /// The exchange token.
  @Says("an exchange token")
  public record TokenEntry(
      @Says("The token.") @Defined("name") String asset,
      @Says("The spot market where it is bought back.") @Defined("name") String market,
      @Says("The account that buys it.") @Defined("name") String treasury,
      @Says("Tokens created, in whole units.") BigDecimal supply,
      @Says("The part of a week's fees that buys back.") BigDecimal feeShare,
      @Says("The part of a week's additions to the fund that does.") Optional<BigDecimal> fundShare,
      @Says("Orders over which a week's buying is spread.") int slices,
      @Says("Seconds from one of them to the next.") int intervalSeconds,
      @Says("How far above the mark one may buy, as a part of it.") BigDecimal limit) {}

  /// A leveraged token.
  @Says("a leveraged token")
  public record LeveragedTokenEntry(
      @Says("The token.") @Defined("name") String asset,
      @Says("What it holds.") LeveragedTokenKind kind,
      @Says("The account of its fund, which is opened for it.") @Defined("name") String fund,
      @Says("The perpetual that it trades.") @Defined("name") String market,
      @Says("What a token costs at first.") BigDecimal firstPrice,
      @Says("The largest order that it sends at a time, in whole units of the base.")
          BigDecimal order) {}

  /// An account that is there from the beginning.
  @Says("an account")
  public record AccountEntry(
      @Says("How it is called.") @Defined("name") String name,
      @Says("What it brings, in whole units by asset.") SortedMap<String, BigDecimal> deposits,
      @Says("What it takes over from accounts in liquidation.") Optional<BackstopEntry> backstop,
      @Says("A market maker's rebate, 0 to 0.01%.") Optional<BigDecimal> makerRebate,
      @Says("Whether it is of somebody who stands or falls with the venue, as the treasury is.")
          boolean related) {}

  /// What a backstop provider takes over.
  @Says("a backstop pledge")
  public record BackstopEntry(
      @Says("The most in a minute, in the unit of account.") BigDecimal perMinute,
      @Says("The most in an hour.") BigDecimal perHour) {}

  /// Who quotes conversions.
  @Says("a dealer")
  public record DealerEntry(
      @Says("The account that quotes, pays and is paid.") @Defined("name") String account,
      @Says("What it converts into each other.") List<String> assets,
      @Says("How far below the marks it pays, as a part, 0 to less than 1.") BigDecimal spread,
      @Says("The most that a quote may be worth, in the unit of account.") BigDecimal most,
      @Says("How long a quote lasts, up to an hour; 10s if not said.") Optional<Duration> lasts) {
    private static final Duration LASTS_MAX = Duration.ofHours(1);

    /// Checks the bounds.
    public DealerEntry {
      if (spread.signum() < 0 || spread.compareTo(BigDecimal.ONE) >= 0) {
        throw new IllegalArgumentException(
            "`spread` is " + spread.toPlainString() + "; expected 0 to less than 1");
      }
      if (most.signum() <= 0) {
        throw new IllegalArgumentException(
            "`most` is " + most.toPlainString() + "; expected more than 0");
      }
      if (lasts.isPresent() && lasts.get().compareTo(LASTS_MAX) > 0) {
        throw new IllegalArgumentException("`lasts` is more than an hour");
      }
    }
  }

  /// An exception from the rules.
  @Says("a privilege")
  public record GrantEntry(
      @Says("The account that has it.") @Defined("name") String account,
      @Says("Which one.") Privilege privilege,
      @Says("The credit line, in the unit of account.") Optional<BigDecimal> amount) {}
}
