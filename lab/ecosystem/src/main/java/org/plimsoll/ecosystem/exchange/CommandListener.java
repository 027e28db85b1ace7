package org.plimsoll.ecosystem.exchange;

import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Limits;

/// Hears of everything that the venue is asked, before it is decided: a venue's whole history,
/// refusals too, since refused commands count.
public interface CommandListener {
  /// Who listens where nobody does.
  CommandListener NOBODY = new Nobody();

  /// A venue begins, of which nothing has been asked.
  void onVenue(Limits limits);

  /// It is asked something.
  void onCommand(Request request);

  /// Hears and does nothing.
  record Nobody() implements CommandListener {
    @Override
    public void onVenue(Limits limits) {}

    @Override
    public void onCommand(Request request) {}
  }
}
