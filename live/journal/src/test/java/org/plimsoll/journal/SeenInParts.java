package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Files as a reader sees them beside whom somebody writes: the first look at one file comes before
/// one of its blocks is written, and after the next one is.
final class SeenInParts implements Storage {
  private final Storage whole;
  private final String name;
  private final long blank;
  private boolean isLookedAt;

  /// Creates one.
  ///
  /// @param blank where the block begins that the first look does not see
  SeenInParts(Storage whole, String name, long blank) {
    this.whole = whole;
    this.name = name;
    this.blank = blank;
  }

  @Override
  public StorageFile openToRead(String opened) throws IOException {
    StorageFile file = whole.openToRead(opened);
    if (isLookedAt || !opened.equals(name)) {
      return file;
    }
    isLookedAt = true;
    return new Early(file);
  }

  /// The file at the first look.
  private final class Early implements StorageFile {
    private final StorageFile file;

    Early(StorageFile file) {
      this.file = file;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
      int from = target.position();
      file.read(position, target);
      for (int i = from; i < target.position(); i++) {
        long at = position + i - from;
        if (at >= blank && at < blank + Block.BYTES) {
          target.put(i, (byte) 0);
        }
      }
    }

    @Override
    public long sizeBytes() throws IOException {
      return file.sizeBytes();
    }

    @Override
    public void write(long position, ByteBuffer source) throws IOException {
      file.write(position, source);
    }

    @Override
    public void sync() throws IOException {
      file.sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Override
  public List<String> list() throws IOException {
    return whole.list();
  }

  @Override
  public StorageFile create(String made) throws IOException {
    return whole.create(made);
  }

  @Override
  public StorageFile open(String opened) throws IOException {
    return whole.open(opened);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    whole.rename(from, to);
  }

  @Override
  public void delete(String deleted) throws IOException {
    whole.delete(deleted);
  }

  @Override
  public void syncDirectory() throws IOException {
    whole.syncDirectory();
  }
}
