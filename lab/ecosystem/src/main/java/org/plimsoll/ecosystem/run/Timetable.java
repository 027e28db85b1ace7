package org.plimsoll.ecosystem.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.EventEntry;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Lets dated events happen: a flag each, and what the event does.
final class Timetable implements Agent {
  private static final String OUTSIDE = "outside";

  private final Alarm alarm;
  private final List<EventEntry> events;
  private final Roster roster;
  private final Setting setting;
  private final Economy economy;

  /// Everything up to here has happened.
  private long doneNs = Long.MIN_VALUE;

  Timetable(Alarm alarm, List<EventEntry> events, Roster roster, Setting setting) {
    this.alarm = alarm;
    this.events = events.stream().sorted(Comparator.comparing(EventEntry::at)).toList();
    this.roster = roster;
    this.setting = setting;
    economy = setting.economy();
  }

  @Override
  public String name() {
    return "timetable";
  }

  @Override
  public void start() {
    events.forEach(event -> alarm.at(Moments.ns(event.at())));
  }

  @Override
  public void wake(long nowNs) {
    for (EventEntry event : events) {
      long timeNs = Moments.ns(event.at());
      if (timeNs > doneNs && timeNs <= nowNs) {
        Optional<String> source = Optional.of(event.source()).filter(each -> !each.isEmpty());
        economy.chronicle().add(new Flag(timeNs, event.kind(), event.says(), source));
        act(event, timeNs);
      }
    }
    doneNs = nowNs;
  }

  private void act(EventEntry event, long nowNs) {
    Exchange exchange = economy.exchange();
    event.notice().ifPresent(each -> economy.bulletin().post(each.topic(), nowNs, each.value()));
    event.transfer().ifPresent(this::move);
    event
        .collateral()
        .ifPresent(each ->
            WeightChange.ask(
                exchange,
                roster.asset(each.asset()),
                Whole.e9(each.initial()),
                each.total().map(Whole::e9)));
    event.custody().ifPresent(each -> exchange.require(new SetCustodyPolicy(each)));
    event.withdrawals().ifPresent(each -> exchange.require(withdrawals(each)));
    event.liquidation().ifPresent(each -> exchange.require(VenueRules.liquidation(each)));
    event
        .grant()
        .ifPresent(each -> exchange.require(Grants.grant(each, setting, roster.moneyDecimals())));
    event
        .revoke()
        .ifPresent(each -> exchange.ask(Grants.revoke(each.account(), each.privilege(), setting)));
  }

  private void move(EventEntry.TransferAction action) {
    WorldLedger ledger = economy.ledger();
    int asset = roster.asset(action.asset());
    int from = holder(action.from());
    long amount = Whole.units(action.amount(), roster.decimals(action.asset()));
    long given = Math.min(amount, ledger.available(from, asset));
    ledger.transfer(action.cause(), asset, from, holder(action.to()), given);
  }

  private int holder(String party) {
    return party.equals(OUTSIDE) ? WorldLedger.OUTSIDE : setting.holder(party);
  }

  private SetWithdrawalPolicy withdrawals(EventEntry.WithdrawalAction action) {
    return new SetWithdrawalPolicy(
        roster.asset(action.asset()),
        action.mode(),
        action.perMinute(),
        VenueRules.REASON,
        VenueRules.GRANTER,
        VenueRules.SECOND_GRANTER);
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(doneNs);
  }

  @Override
  public void readFrom(StateSource source) {
    doneNs = source.number();
  }
}
