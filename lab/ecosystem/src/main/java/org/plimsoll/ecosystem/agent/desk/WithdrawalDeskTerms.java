package org.plimsoll.ecosystem.agent.desk;

import java.util.List;
import org.plimsoll.text.bind.Omissible;

/// The terms of a withdrawal desk.
///
/// @param line its stations: request, risk, signing, broadcast. Accounts of November 2022 have
///   1,000 to 3,000 withdrawals on a normal day and 13,900 on the 7th, so the slowest station has
///   about a tenth of a minute for one
/// @param withdrawalsPerRequest how many customers' withdrawals one request of an account that
///   stands for many is, positive
/// @param dollarsPerDay the most that is sent in a day, in the unit of account at marks; 0 for no
///   gate
/// @param hoursBeforeHalt how long an asset is held, while all that is there would not pay what has
///   passed the stations, before the operator stops everything, from 0
/// @param places custody locations that pay, in this order
/// @param granter who closes the gate
/// @param secondGranter who agrees
public record WithdrawalDeskTerms(
    LineTerms line,
    double withdrawalsPerRequest,
    @Omissible double dollarsPerDay,
    @Omissible double hoursBeforeHalt,
    List<String> places,
    String granter,
    String secondGranter) {
  /// Takes a copy and checks the bounds.
  public WithdrawalDeskTerms {
    places = List.copyOf(places);
    require(withdrawalsPerRequest > 0, "withdrawals-per-request: above 0");
    require(dollarsPerDay >= 0, "dollars-per-day: from 0");
    require(hoursBeforeHalt >= 0, "hours-before-halt: from 0");
    require(!places.isEmpty(), "places: at least one");
    require(!granter.equals(secondGranter), "second-granter: somebody else than granter");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
