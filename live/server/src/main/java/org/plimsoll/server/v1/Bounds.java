package org.plimsoll.server.v1;

import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.keys.Rates;

/// What a server holds its clients to, beside the rules of its venue.
///
/// @param door what is let through
/// @param rates how often clients may ask
/// @param enforcesLoadLines whether new debt is kept below the load line
public record Bounds(DoorSettings door, Rates rates, boolean enforcesLoadLines) {}
