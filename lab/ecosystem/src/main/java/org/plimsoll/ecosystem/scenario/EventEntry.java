package org.plimsoll.ecosystem.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.text.bind.Defined;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;

/// Something that happens from outside, as a flag on the timeline and, where it says so, as an
/// action: the closed list of what a scenario may do by itself.
@Says("an event")
public record EventEntry(
    @Says("When it happens.") Instant at,
    @Says("What sort of flag it is, in a word or two such as `news`.") @Defined("name") String kind,
    @Says("What happened, in a sentence.") String says,
    @Says("Who recorded it; left out for what is made up.") @Omissible String source,
    @Says("Makes something public.") Optional<NoticeAction> notice,
    @Says("Moves something from one party to another outside the venue.")
        Optional<TransferAction> transfer,
    @Says("States what an asset counts for as collateral.") Optional<CollateralAction> collateral,
    @Says("States out of what the venue lends.") Optional<CustodyPolicy> custody,
    @Says("States how withdrawals are paid.") Optional<WithdrawalAction> withdrawals,
    @Says("States the waterfall of liquidation.") Optional<LiquidationProfile> liquidation,
    @Says("Grants a privilege.") Optional<VenueEntry.GrantEntry> grant,
    @Says("Takes a privilege back.") Optional<RevokeAction> revoke) {
  /// Makes something public.
  @Says("a notice")
  public record NoticeAction(
      @Says("Its topic, such as `leak`.") @Defined("name") String topic,
      @Says("Its value, in the unit of the topic.") @Omissible long value) {}

  /// Moves something outside the venue.
  @Says("a transfer")
  public record TransferAction(
      @Says("Why.") WorldCause cause,
      @Says("What moves.") @Defined("name") String asset,
      @Says("How much, in whole units; as much as there is where it is less.") BigDecimal amount,
      @Says("Who gives it; `outside` for the rest of the world.") @Defined("name") String from,
      @Says("Who gets it; `outside` for the rest of the world.") @Defined("name") String to) {}

  /// States what an asset counts for. The venue moves a weight for maintenance by at most 2 % a
  /// day, from a day later, so that nobody is liquidated by a rule.
  @Says("collateral terms of an asset")
  public record CollateralAction(
      @Says("The asset.") @Defined("name") String asset,
      @Says("Weight for new orders and withdrawals, 0 to 1, at once.") BigDecimal initial,
      @Says("Weight for maintenance, 0 to 1, approached by at most 2 % a day from a day later.")
          Optional<BigDecimal> total) {}

  /// States how withdrawals are paid.
  @Says("a way of paying withdrawals")
  public record WithdrawalAction(
      @Says("The asset.") @Defined("name") String asset,
      @Says("How.") WithdrawalMode mode,
      @Says("How many are sent in a minute, where they queue.") @Omissible int perMinute) {}

  /// Takes a privilege back.
  @Says("a privilege taken back")
  public record RevokeAction(
      @Says("The account that has it.") @Defined("name") String account,
      @Says("Which one.") Privilege privilege) {}
}
