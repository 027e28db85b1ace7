package org.plimsoll.script;

import java.util.List;
import org.plimsoll.mirror.Surroundings;

/// A script that makes sense: what it does in order, and what it says of the world outside.
///
/// @param file as the user named it
/// @param variant which of several in its text it is, such as `rules = band`; empty if there is one
/// @param steps in order
/// @param surroundings who is behind the accounts and assets
/// @param names what its accounts, assets and markets are called
public record Script(
    String file, String variant, List<Step> steps, Surroundings surroundings, Names names) {}
