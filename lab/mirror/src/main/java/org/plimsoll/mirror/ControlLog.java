package org.plimsoll.mirror;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlCommand.RevokePrivilege;
import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.ControlEvent.PublishedFigureOverridden;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.venue.HeldPrivilege;

/// Every exception from the venue's rules, found from its events alone: who has which privilege,
/// how often it was used, and which published figures somebody set.
public final class ControlLog implements Consumer<Event> {
  private final SortedMap<Privilege, SortedMap<Integer, HeldPrivilege>> held = new TreeMap<>();
  private final SortedMap<PublishedFigure, Long> overridden = new TreeMap<>();

  /// Returns every privilege that anybody has, by privilege, then by account.
  public List<HeldPrivilege> privileges() {
    return held.values().stream().flatMap(byAccount -> byAccount.values().stream()).toList();
  }

  /// Returns the published figures that somebody set, with what is shown instead.
  public SortedMap<PublishedFigure, Long> overriddenFigures() {
    return new TreeMap<>(overridden);
  }

  @Override
  public void accept(Event event) {
    switch (event) {
      case Event.CommandApplied(GrantPrivilege c) -> grant(c);
      case Event.CommandApplied(RevokePrivilege c) -> of(c.privilege()).remove(c.account());
      case ExemptionUsed e ->
          of(e.privilege()).computeIfPresent(e.account(), (_, before) -> before.used(e.amount()));
      case PublishedFigureOverridden e -> overridden.put(e.figure(), e.value());
      default -> {}
    }
  }

  private void grant(GrantPrivilege c) {
    HeldPrivilege fresh = new HeldPrivilege(c.account(), c.privilege(), c.amount(), 0, 0);
    of(c.privilege()).merge(c.account(), fresh, (before, _) -> before.withAmount(c.amount()));
  }

  private SortedMap<Integer, HeldPrivilege> of(Privilege privilege) {
    return held.computeIfAbsent(privilege, _ -> new TreeMap<>());
  }
}
