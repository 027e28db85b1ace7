package org.plimsoll.server.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Request;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.v1.Route.Ask;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// Where an account would stand after changes: they are sent to a copy of the venue, so that every
/// rule has its say, and nothing happens to the venue itself.
final class WhatIf {
  static final int CHANGES_MAX = 20;

  /// A copy is as large as the venue, so there are few at once.
  static final int COPIES_MAX = 2;

  /// A client that numbers its commands behind whoever the venue has heard.
  private static final int CLIENT = 0;

  private final Exchange exchange;
  private final Gate gate;
  private final Semaphore copies = new Semaphore(COPIES_MAX);

  WhatIf(Exchange exchange, Gate gate) {
    this.exchange = exchange;
    this.gate = gate;
  }

  /// Answers a customer: of the account that has signed, or of another one of the same owner.
  Object answer(Ask ask) {
    Body body = Body.of(ask.call().body(), "account", "changes");
    Optional<String> name = body.textIfAny("account");
    return tree(name.isEmpty() ? ask.account() : own(ask.signer().orElseThrow(), name.get()), body);
  }

  /// Answers an operator: of any account.
  Object answerOperator(Ask ask) {
    Body body = Body.of(ask.call().body(), "account", "subaccount", "changes");
    return tree(exchange.ask(view -> anybodys(view, body)), body);
  }

  /// Whoever may not is told the same of an account that there is and of one that there is not.
  private int own(Principal signer, String name) {
    return exchange.ask(view -> Named.accountOf(view, signer.owner(), name)).stream()
        .filter(account -> gate.mayActOn(signer, account))
        .findFirst()
        .orElseThrow(() -> new NativeError(403, "Not authorized for that account"));
  }

  private static int anybodys(VenueView view, Body body) {
    int main = Named.account(view, body.text("account")).account();
    Optional<String> nickname = body.textIfAny("subaccount");
    return nickname.isEmpty()
        ? main
        : Named.accountOf(view, main, nickname.get())
            .orElseThrow(() -> new NativeError(404, "No such subaccount"));
  }

  private Object tree(int account, Body body) {
    List<Change> changes = body.objects("changes", CHANGES_MAX).stream().map(Change::of).toList();
    if (!copies.tryAcquire()) {
      throw new NativeError(503, "as many ask what would be if as may; try again");
    }
    try {
      return new Trial(exchange, account).tree(changes);
    } finally {
      copies.release();
    }
  }

  private static final class Trial {
    private final int account;
    private final List<Event> events = new ArrayList<>();
    private final Venue venue;
    private long sent = Long.MAX_VALUE / 2;

    Trial(Exchange exchange, int account) {
      this.account = account;
      venue = exchange.freeze().thaw(new EventRecorder(events::add));
    }

    Map<String, @Nullable Object> tree(List<Change> changes) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("sequence", venue.view().sequence());
      tree.put("before", AccountJson.of(venue.view(), account));
      LiquidationProfile profile = venue.view().liquidationProfile();
      List<Object> refused = new ArrayList<>();
      for (int i = 0; i < changes.size(); i++) {
        int number = i;
        refusal(changes.get(i)).ifPresent(why -> refused.add(json(number, why)));
      }
      if (venue.view().liquidationProfile() != profile) {
        send(Change.profile(profile));
      }
      tree.put("after", AccountJson.of(venue.view(), account));
      tree.put("refused", refused);
      return tree;
    }

    private Optional<CommandRefused> refusal(Change change) {
      return change.commands(venue.view(), account).stream()
          .map(this::send)
          .flatMap(Optional::stream)
          .findFirst();
    }

    private Optional<CommandRefused> send(Command command) {
      events.clear();
      new Request(CLIENT, ++sent, command).deliverTo(venue);
      return events.stream()
          .filter(CommandRefused.class::isInstance)
          .map(CommandRefused.class::cast)
          .findFirst();
    }

    private static Map<String, @Nullable Object> json(int change, CommandRefused why) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("change", change);
      tree.put("reason", why.reason().name());
      tree.put("required", why.required());
      tree.put("available", why.available());
      return tree;
    }
  }
}
