package org.plimsoll.trials.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A file twice: as reads show it, and as the disk has it. Its arrays are replaced and never
/// changed.
final class FileContent {
  private static final int SECTOR_BYTES = 512;

  private static final class Write {
    private final int position;
    private final byte[] bytes;

    Write(int position, byte[] bytes) {
      this.position = position;
      this.bytes = bytes;
    }
  }

  private byte[] shown = new byte[0];
  private byte[] durable = new byte[0];
  private final List<Write> unsynced = new ArrayList<>();

  static FileContent of(byte[] bytes) {
    FileContent content = new FileContent();
    content.shown = bytes;
    content.durable = bytes;
    return content;
  }

  byte[] shown() {
    return shown;
  }

  void write(int position, byte[] bytes) {
    shown = with(shown, position, bytes, 0, bytes.length);
    unsynced.add(new Write(position, bytes));
  }

  void sync() {
    unsynced.forEach(w -> durable = with(durable, w.position, w.bytes, 0, w.bytes.length));
    unsynced.clear();
  }

  /// Loses what was to be synced, while reads go on to show it.
  void forget() {
    unsynced.clear();
  }

  /// The bytes that are there after the machine has died.
  byte[] after(Survival survival) {
    return switch (survival) {
      case Survival.Kill _ -> shown;
      case Survival.SyncedOnly _ -> durable;
      case Survival.Some some -> torn(some.random());
    };
  }

  private byte[] torn(SplittableRandom random) {
    byte[] result = durable;
    int survivors = random.nextInt(5);
    for (Write write : unsynced) {
      for (int at = 0; at < write.bytes.length; at += SECTOR_BYTES) {
        if (random.nextInt(4) < survivors) {
          int sector = Math.min(SECTOR_BYTES, write.bytes.length - at);
          int length = random.nextInt(8) == 0 ? random.nextInt(sector + 1) : sector;
          result = with(result, write.position + at, write.bytes, at, length);
        }
      }
    }
    return result;
  }

  private static byte[] with(byte[] target, int position, byte[] bytes, int offset, int length) {
    byte[] result = Arrays.copyOf(target, Math.max(target.length, position + length));
    System.arraycopy(bytes, offset, result, position, length);
    return result;
  }
}
