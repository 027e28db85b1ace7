package org.plimsoll.server.solvency;

/// An alarm that is raised, or has just been cleared.
///
/// @param subject the collateral that it is about; empty if it is about the venue
/// @param figure that raised or cleared it
/// @param sequence of the command after which it was read
/// @param clockNs the venue's clock then
/// @param isRaised false once it is cleared
public record Alarm(
    AlarmRule rule, String subject, double figure, long sequence, long clockNs, boolean isRaised) {}
