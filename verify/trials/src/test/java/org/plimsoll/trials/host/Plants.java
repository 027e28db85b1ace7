package org.plimsoll.trials.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.plimsoll.host.HostListener;
import org.plimsoll.journal.Storage;
import org.plimsoll.journal.StorageFile;
import org.plimsoll.protocol.DecodeResult;

/// Faults that a host must not have, put between it and its world.
final class Plants {
  private Plants() {}

  /// Tells everybody that the disk has what it has not: each file is synced one time late.
  static Plant acknowledgesBeforeSync() {
    return new OverStorage() {
      @Override
      StorageFile file(StorageFile real) {
        return new Through(real) {
          private boolean isOwed;

          @Override
          public void write(long position, ByteBuffer source) throws IOException {
            if (isOwed) {
              isOwed = false;
              super.sync();
            }
            super.write(position, source);
          }

          @Override
          public void sync() {
            isOwed = true;
          }
        };
      }
    };
  }

  /// A directory whose sync does nothing.
  static Plant neverSyncsNames() {
    return new OverStorage() {
      @Override
      boolean syncsNames() {
        return false;
      }
    };
  }

  /// Reads of a segment that show only so many of its blocks.
  static Plant forgetsTheEnd() {
    return new OverStorage() {
      @Override
      StorageFile file(StorageFile real) {
        return new Through(real) {
          @Override
          public void read(long position, ByteBuffer target) throws IOException {
            int at = target.position();
            super.read(position, target);
            for (int i = at; i < target.position(); i++) {
              if (position + i - at >= 5 * 4096) {
                target.put(i, (byte) 0);
              }
            }
          }
        };
      }
    };
  }

  /// What happened is told of every hundredth command twice.
  static Plant tellsTwice() {
    return new OverListener() {
      @Override
      public void onApplied(long ticket, long sequence, byte[] events, int at, int length) {
        real().onApplied(ticket, sequence, events, at, length);
        if (sequence % 100 == 0) {
          real().onApplied(ticket, sequence, events, at, length);
        }
      }
    };
  }

  /// Batches are replayed twice, so that whatever comes next has a later number.
  static Plant replaysTwice() {
    return new OverListener() {
      private int starts;

      @Override
      public HostListener listener(HostListener real) {
        starts++;
        return super.listener(real);
      }

      @Override
      public void onApplied(long ticket, long sequence, byte[] events, int at, int length) {
        real().onApplied(ticket, starts > 2 ? sequence + 1 : sequence, events, at, length);
      }
    };
  }

  /// Some commands are never answered.
  static Plant swallows() {
    return new OverListener() {
      @Override
      public void onApplied(long ticket, long sequence, byte[] events, int at, int length) {
        if (sequence % 100 != 0) {
          real().onApplied(ticket, sequence, events, at, length);
        }
      }
    };
  }

  /// What is told of some commands is not what they did.
  static Plant tellsSomethingElse() {
    return new OverListener() {
      @Override
      public void onApplied(long ticket, long sequence, byte[] events, int at, int length) {
        if (sequence % 100 == 0) {
          events[at + length - 1] ^= 1;
        }
        real().onApplied(ticket, sequence, events, at, length);
      }
    };
  }

  /// Listens in the place of another.
  private abstract static class OverListener implements Plant, HostListener {
    private HostListener real = this;

    HostListener real() {
      return real;
    }

    @Override
    public HostListener listener(HostListener listener) {
      real = listener;
      return this;
    }

    @Override
    public void onMalformed(long ticket, DecodeResult why) {
      real.onMalformed(ticket, why);
    }

    @Override
    public void onStopped(Optional<Throwable> why) {
      real.onStopped(why);
    }
  }

  /// Stores in the place of another.
  private abstract static class OverStorage implements Plant {
    StorageFile file(StorageFile real) {
      return real;
    }

    boolean syncsNames() {
      return true;
    }

    @Override
    public Storage storage(Storage real) {
      return new Storage() {
        @Override
        public List<String> list() throws IOException {
          return real.list();
        }

        @Override
        public StorageFile create(String name) throws IOException {
          return file(real.create(name));
        }

        @Override
        public StorageFile open(String name) throws IOException {
          return file(real.open(name));
        }

        @Override
        public StorageFile openToRead(String name) throws IOException {
          return file(real.openToRead(name));
        }

        @Override
        public void rename(String from, String to) throws IOException {
          real.rename(from, to);
        }

        @Override
        public void delete(String name) throws IOException {
          real.delete(name);
        }

        @Override
        public void syncDirectory() throws IOException {
          if (syncsNames()) {
            real.syncDirectory();
          }
        }
      };
    }
  }

  /// A file that does what another does.
  private abstract static class Through implements StorageFile {
    private final StorageFile real;

    Through(StorageFile real) {
      this.real = real;
    }

    @Override
    public long sizeBytes() throws IOException {
      return real.sizeBytes();
    }

    @Override
    public void write(long position, ByteBuffer source) throws IOException {
      real.write(position, source);
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
      real.read(position, target);
    }

    @Override
    public void sync() throws IOException {
      real.sync();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
