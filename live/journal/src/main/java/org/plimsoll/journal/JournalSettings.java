package org.plimsoll.journal;

/// The two sizes of a journal, fixed when it is created.
///
/// @param segmentBytes length of a file; a multiple of 4096
/// @param batchBytes the most that is written by one commit, headers included; a multiple of 4096,
///   and so small that a segment holds two beside its header and its last mark
public record JournalSettings(long segmentBytes, int batchBytes) {
  /// 64 MiB and 1 MiB. Beyond 64 KiB a batch gains little on a solid-state disk.
  public static final JournalSettings DEFAULT = new JournalSettings(64L << 20, 1 << 20);

  /// The longest segment: 1 TiB.
  public static final long SEGMENT_BYTES_MAX = 1L << 40;

  /// The longest batch: 64 MiB.
  public static final int BATCH_BYTES_MAX = 64 << 20;

  /// Checks both sizes.
  public JournalSettings {
    if (!areValid(segmentBytes, batchBytes)) {
      throw new IllegalArgumentException(
          "no journal has segments of " + segmentBytes + " and batches of " + batchBytes);
    }
  }

  static boolean areValid(long segmentBytes, int batchBytes) {
    return batchBytes >= Block.BYTES
        && batchBytes <= BATCH_BYTES_MAX
        && batchBytes % Block.BYTES == 0
        && segmentBytes <= SEGMENT_BYTES_MAX
        && segmentBytes % Block.BYTES == 0
        && segmentBytes >= 2L * batchBytes + 2L * Block.BYTES;
  }

  /// Returns the longest record that fits into a batch, in bytes.
  public int recordBytesMax() {
    return batchBytes - BatchHeader.BYTES - Batch.LENGTH_BYTES;
  }
}
