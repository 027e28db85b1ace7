package org.plimsoll.report;

/// What a page came from; with it, anybody can make the page again.
///
/// @param version of Plimsoll
/// @param bookName the path or the shipped name of the book, as it was given
/// @param bookHash the hash of the book's content
/// @param command the command line that gives the page again
public record Provenance(String version, String bookName, String bookHash, String command) {}
