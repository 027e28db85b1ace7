package org.plimsoll.trials.host;

/// Leaves everything as it is.
public record NoPlant() implements Plant {}
