package org.plimsoll.server.keys;

/// A key as its owner may see it again: without its text and without its secret.
///
/// @param id its number, from 1, never used twice
public record ApiKey(int id, Grant grant, boolean isRevoked) {}
