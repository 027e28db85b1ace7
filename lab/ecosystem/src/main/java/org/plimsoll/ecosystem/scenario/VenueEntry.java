package org.plimsoll.ecosystem.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.text.bind.Defined;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.venue.Rules;

/// The exchange and its rules when the scenario starts.
///
/// @param lendingFee taker fee that the terms of lending go by; none where nothing is said
/// @param indexFrom the spot market that an asset's index is read off, by asset
@Says("a venue")
public record VenueEntry(
    @Says("The version of the rules.") Rules rules,
    @Says("Out of what it lends.") CustodyPolicy custody,
    @Says("Where it keeps what customers left.") List<LocationEntry> locations,
    @Says("What is traded.") List<MarketEntry> markets,
    @Says("What counts as collateral and can be borrowed, by asset.")
        SortedMap<String, CollateralEntry> collateral,
    @Says("The waterfall by which accounts are liquidated.") @Omissible
        LiquidationProfile liquidation,
    @Says("The taker fee by which terms of lending go, such as 0.07%.")
        Optional<BigDecimal> lendingFee,
    @Says("The exchange token and its buy-backs.") Optional<TokenEntry> token,
    @Says("Leveraged tokens.") List<LeveragedTokenEntry> leveragedTokens,
    @Says("Caps on what counts as collateral and is lent, by asset.")
        SortedMap<String, CapEntry> caps,
    @Says("The spot market that an asset's index is read off, by asset.")
        SortedMap<String, String> indexFrom,
    @Says("Assets whose marks are clamped.") List<String> clamped,
    @Says("Exceptions from the rules, by what does not bind.")
        Optional<PrivilegesEntry> privileges) {
  /// Returns every exception from the rules.
  public List<GrantEntry> grants() {
    return privileges.map(PrivilegesEntry::grants).orElse(List.of());
  }

  /// A custody location.
  @Says("a custody location")
  public record LocationEntry(
      @Says("How it is called.") @Defined("name") String name,
      @Says("What sort of place it is.") CustodyKind kind) {}

  /// A market. Spot markets are quoted in the unit of account.
  ///
  /// @param positionMax of an account, in whole units of the base; needed for a perpetual
  @Says("a market")
  public record MarketEntry(
      @Says("How it is called, such as `BTC/USD`.") @Defined("name") String name,
      @Says("spot, or perpetual.") @Omissible Kind kind,
      @Says("The asset whose price is traded.") @Defined("name") String base,
      @Says("The price step, in the unit of account.") BigDecimal tick,
      @Says("The quantity step, in whole units of the base.") BigDecimal lot,
      @Says("Growth of requirements of a perpetual with the root of its size.")
          Optional<BigDecimal> imfFactor,
      @Says("The largest position of an account in a perpetual, in whole units of the base.")
          Optional<BigDecimal> positionMax) {
    /// What a market trades.
    public enum Kind {
      /// Coins for money.
      SPOT,
      /// A future without expiry.
      PERPETUAL
    }
  }

  /// What an asset counts for as collateral.
  @Says("collateral terms")
  public record CollateralEntry(
      @Says("Weight for new orders and withdrawals, 0 to 1.") BigDecimal initial,
      @Says("Weight for maintenance, 0 to 1.") BigDecimal total,
      @Says("Growth of requirements with the root of the quantity.")
          Optional<BigDecimal> imfFactor) {}

  /// The exchange token.
  @Says("an exchange token")
  public record TokenEntry(
      @Says("The token.") @Defined("name") String asset,
      @Says("The spot market where it is bought back.") @Defined("name") String market,
      @Says("The account that buys it.") @Defined("name") String treasury,
      @Says("The custody location where what is burned is kept.") @Defined("name") String location,
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
      @Says("The account of its fund.") @Defined("name") String fund,
      @Says("The party to whom the fund belongs.") @Defined("name") String party,
      @Says("The perpetual that it trades.") @Defined("name") String market,
      @Says("What a token costs at first.") BigDecimal firstPrice,
      @Says("The largest order that it sends at a time, in whole units of the base.")
          BigDecimal order) {}

  /// Caps of an asset; what is not said caps nothing.
  @Says("caps")
  public record CapEntry(
      @Says("The most of one account that counts at the initial weight, in whole units.")
          Optional<BigDecimal> account,
      @Says("The most of all accounts together that does.") Optional<BigDecimal> venue,
      @Says("The most that accounts may owe in all.") Optional<BigDecimal> borrowed) {}

  /// Exceptions from the rules, by what does not bind: so a switch takes away one sort, and two
  /// switches take away two.
  @Says("privileges")
  public record PrivilegesEntry(
      @Says("Who may owe more than collateral covers.") List<LineEntry> allowNegative,
      @Says("Who is never liquidated.") List<ExemptEntry> liquidationExempt,
      @Says("Who pays no interest on debts.") List<ExemptEntry> interestExempt) {
    private List<GrantEntry> grants() {
      Stream<GrantEntry> lines =
          allowNegative.stream()
              .map(each ->
                  new GrantEntry(
                      each.account(),
                      Privilege.ALLOW_NEGATIVE,
                      Optional.of(each.amount()),
                      each.source()));
      return Stream.of(
              lines,
              of(liquidationExempt, Privilege.LIQUIDATION_EXEMPT),
              of(interestExempt, Privilege.INTEREST_EXEMPT))
          .flatMap(grants -> grants)
          .toList();
    }

    private static Stream<GrantEntry> of(List<ExemptEntry> entries, Privilege privilege) {
      return entries.stream()
          .map(each -> new GrantEntry(each.account(), privilege, Optional.empty(), each.source()));
    }
  }

  /// A credit line.
  @Says("a credit line")
  public record LineEntry(
      @Says("The account that has it.") @Defined("name") String account,
      @Says("How far collateral may fall short, in the unit of account.") BigDecimal amount,
      @Says("Where it is recorded.") @Omissible String source) {}

  /// An exemption.
  @Says("an exemption")
  public record ExemptEntry(
      @Says("The account that has it.") @Defined("name") String account,
      @Says("Where it is recorded.") @Omissible String source) {}

  /// An exception from the rules that begins on a day.
  ///
  /// @param amount the credit line in the unit of account, where the privilege has one
  @Says("a privilege")
  public record GrantEntry(
      @Says("The account that has it.") @Defined("name") String account,
      @Says("Which one.") Privilege privilege,
      @Says("The credit line, in the unit of account.") Optional<BigDecimal> amount,
      @Says("Where it is recorded.") @Omissible String source) {}
}
