package org.plimsoll.script;

import java.util.List;
import org.plimsoll.mirror.Surroundings;

/// A script that makes sense: what it does in order, and what it says of the world outside.
///
/// @param file as the user named it
/// @param steps in order
/// @param surroundings who is behind the accounts and assets
/// @param names what its accounts, assets and markets are called
public record Script(String file, List<Step> steps, Surroundings surroundings, Names names) {}
