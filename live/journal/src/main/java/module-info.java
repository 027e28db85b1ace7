/// The append-only log of opaque, checksummed records: preallocated group commit, snapshots,
/// torn-tail recovery.
module org.plimsoll.journal {
  requires static org.jspecify;

  exports org.plimsoll.journal;
}
