package org.plimsoll.ecosystem.agent.desk;

/// One line of a statement or of a cash book.
///
/// @param reference the payment's number, which both sides use
/// @param instrument its number
/// @param amount count of the smallest unit; positive for what came, negative for what went
public record Entry(long reference, long timeNs, int instrument, long amount) {}
