package org.plimsoll.trials.disk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.journal.Storage;
import org.plimsoll.journal.StorageFile;

/// A directory in memory with everything that a real one may do to a journal, and nothing that it
/// may not: what a sync has covered stays.
///
/// Serves one thread.
public final class SimulatedDisk implements Storage {
  /// Something that an effect does, if it is done.
  private interface Change {
    void run() throws IOException;
  }

  private final Names names;
  private final FaultPlan plan;
  private int effects;
  private boolean isStopped;

  private SimulatedDisk(Names names, FaultPlan plan) {
    this.names = names;
    this.plan = plan;
  }

  /// An empty disk.
  public SimulatedDisk(FaultPlan plan) {
    this(new Names(), plan);
  }

  /// A disk that has these files. The arrays are not to be changed any more.
  public static SimulatedDisk of(SortedMap<String, byte[]> files) {
    return of(files, FaultPlan.NEVER);
  }

  /// The same, and it fails as `plan` says.
  public static SimulatedDisk of(SortedMap<String, byte[]> files, FaultPlan plan) {
    Names names = new Names();
    files.forEach((name, bytes) -> names.put(name, FileContent.of(bytes)));
    return new SimulatedDisk(names, plan);
  }

  /// The disk as the next start finds it. After a [Survival.Kill] this one is used up: what is not
  /// durable goes over as it is.
  public SimulatedDisk restart(Survival survival, FaultPlan plan) {
    if (survival instanceof Survival.Kill) {
      return new SimulatedDisk(names, plan);
    }
    Names surviving = new Names();
    names
        .after(survival)
        .forEach((name, content) ->
            surviving.put(name, FileContent.of(content.after(survival.in(name)))));
    return new SimulatedDisk(surviving, plan);
  }

  /// All files as reads show them. The arrays are the disk's own and not to be changed.
  public NavigableMap<String, byte[]> files() {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    names.shown().forEach((name, content) -> files.put(name, content.shown()));
    return files;
  }

  /// How many effects there were.
  public int effects() {
    return effects;
  }

  /// @param instead what happens where a sync forgets, or where a failure comes half way
  private void effect(Effect effect, String file, Change change, Change instead)
      throws IOException {
    requireRunning();
    Fault fault = plan.at(effect, effects++, file);
    switch (fault) {
      case NONE -> change.run();
      case CRASH_BEFORE -> stop();
      case CRASH_AFTER -> {
        change.run();
        stop();
      }
      case FAIL -> {
        if (isSync(effect)) {
          instead.run();
        }
        throw new IOException(effect + " of " + file + " has failed");
      }
      case FAIL_AFTER -> {
        (isSync(effect) ? change : instead).run();
        throw new IOException(effect + " of " + file + " has failed afterwards");
      }
      case LIE -> (isSync(effect) ? instead : change).run();
    }
  }

  private static boolean isSync(Effect effect) {
    return effect == Effect.SYNC || effect == Effect.SYNC_DIRECTORY;
  }

  private void stop() {
    isStopped = true;
    throw new SimulatedCrash();
  }

  private void requireRunning() {
    if (isStopped) {
      throw new SimulatedCrash();
    }
  }

  @Override
  public List<String> list() {
    requireRunning();
    return List.copyOf(names.shown().keySet());
  }

  @Override
  public StorageFile create(String name) throws IOException {
    requireRunning();
    if (names.shown().containsKey(name)) {
      throw new FileAlreadyExistsException(name);
    }
    change(Effect.CREATE, name, () -> names.create(name));
    return open(name);
  }

  private void change(Effect effect, String name, Change change) throws IOException {
    effect(effect, name, change, change);
  }

  @Override
  public StorageFile open(String name) throws IOException {
    return new OpenFile(name, content(name));
  }

  @Override
  public StorageFile openToRead(String name) throws IOException {
    return open(name);
  }

  private FileContent content(String name) throws IOException {
    requireRunning();
    FileContent content = names.shown().get(name);
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return content;
  }

  @Override
  public void rename(String from, String to) throws IOException {
    content(from);
    change(Effect.RENAME, from, () -> names.rename(from, to));
  }

  @Override
  public void delete(String name) throws IOException {
    content(name);
    change(Effect.DELETE, name, () -> names.delete(name));
  }

  @Override
  public void syncDirectory() throws IOException {
    effect(Effect.SYNC_DIRECTORY, "", names::sync, names::forget);
  }

  private final class OpenFile implements StorageFile {
    private final String name;
    private final FileContent content;

    OpenFile(String name, FileContent content) {
      this.name = name;
      this.content = content;
    }

    @Override
    public long sizeBytes() {
      requireRunning();
      return content.shown().length;
    }

    @Override
    public void write(long position, ByteBuffer source) throws IOException {
      byte[] bytes = new byte[source.remaining()];
      source.get(bytes);
      boolean isLonger = position + bytes.length > content.shown().length;
      effect(
          isLonger ? Effect.GROW : Effect.WRITE,
          name,
          () -> content.write((int) position, bytes),
          () -> content.write((int) position, Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
      requireRunning();
      if (position + target.remaining() > content.shown().length) {
        throw new EOFException(name + " ends at " + content.shown().length);
      }
      target.put(content.shown(), (int) position, target.remaining());
    }

    @Override
    public void sync() throws IOException {
      effect(Effect.SYNC, name, content::sync, content::forget);
    }

    @Override
    public void close() {
      // Nothing becomes durable by closing.
    }
  }
}
