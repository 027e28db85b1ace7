package org.plimsoll.venue;

import org.plimsoll.units.MarginProfile;

/// The margin rules that bind, and from when.
///
/// @param profile which what is new follows
/// @param maintenanceNs from when maintenance counts no more leverage than it allows, in
///   nanoseconds since 1970
public record MarginEra(MarginProfile profile, long maintenanceNs) {
  /// The era that binds while none was stated.
  public static final MarginEra FIRST = new MarginEra(MarginProfile.FTX_2022, 0);
}
