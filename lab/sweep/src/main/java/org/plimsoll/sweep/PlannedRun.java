package org.plimsoll.sweep;

import java.io.Serializable;
import java.util.Map;

/// A run of a plan that is to be done.
///
/// @param number from 0
/// @param settings fixed ones and varied ones, by path; a map that can be sent
public record PlannedRun(int number, Map<String, String> settings) implements Serializable {}
