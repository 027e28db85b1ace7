package org.plimsoll.journal;

/// The acknowledged history cannot be shown to be whole, so nothing of it is used.
///
/// @param damage why
/// @param file where; empty if it is about the directory
/// @param position where in the file, in bytes
/// @param sentence what was found, for a person
public record Refused(Damage damage, String file, long position, String sentence)
    implements Recovery {}
