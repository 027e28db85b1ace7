package org.plimsoll.venue;

import org.plimsoll.protocol.TradingCommand.PlaceTrigger;

/// An order that waits for the mark.
///
/// @param number its number among those that wait, from 1
record Trigger(long number, PlaceTrigger order) {}
