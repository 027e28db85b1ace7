package org.plimsoll.ecosystem.agent.market;

/// Something that somebody takes out of a venue.
///
/// @param asset of which he takes as much as he is given
/// @param place the custody location from which
public record Taking(String asset, String place) {}
