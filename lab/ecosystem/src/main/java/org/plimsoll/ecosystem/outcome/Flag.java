package org.plimsoll.ecosystem.outcome;

import java.util.Optional;

/// Something that happened, as it is shown on the timeline.
///
/// @param kind in kebab-case, such as `halt`, `recall`, `news`, `alarm`
/// @param text one sentence
/// @param source of an event that is put in; empty for what came out of the simulation
public record Flag(long timeNs, String kind, String text, Optional<String> source) {}
