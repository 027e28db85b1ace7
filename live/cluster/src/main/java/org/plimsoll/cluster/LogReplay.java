package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.plimsoll.venue.Limits;

/// The log of a node that does not run, read from its disk and decided from its first message, with
/// nothing of Aeron's in between. It says what the node's state is, or should be.
public final class LogReplay {
  private static final Pattern NAME = Pattern.compile("([0-9]+)-([0-9]+)\\.rec");
  private static final int FRAME = 32;
  private static final int AT_TYPE = 6;
  private static final int AT_STREAM = 16;
  private static final int DATA = 1;
  private static final int LOG_STREAM = 100;
  private static final int AT_TEMPLATE = 2;
  private static final int AT_SESSION = 16;
  private static final int AT_TIME = 24;
  private static final int MESSAGE = 32;
  private static final int SESSION_MESSAGE = 1;

  private final ReplicatedVenue venue;
  private final Witness witness;
  private final long end;
  private long position;

  private LogReplay(ReplicatedVenue venue, long end, Witness witness) {
    this.venue = venue;
    this.end = end;
    this.witness = witness;
  }

  /// Sees what every message of a log came to.
  @FunctionalInterface
  interface Witness {
    void see(long position, Ingress message, List<Egress> replies);
  }

  /// What a log comes to.
  ///
  /// @param position how much of it was decided, in bytes
  /// @param sequence how many commands the venue has had
  /// @param venueHash the fingerprint of the venue's state
  /// @param hash the fingerprint of everything that is replicated
  public record Outcome(long position, long sequence, long venueHash, long hash) {}

  /// Decides the log of a node.
  ///
  /// @param directory the node's
  /// @param end up to which position; all of it with [Long#MAX_VALUE]
  /// @throws NodeRefusal if it is not what was written, or there is none
  /// @throws IOException if it cannot be read
  public static Outcome of(ClusterSettings settings, Path directory, long end)
      throws NodeRefusal, IOException {
    return of(settings, directory, end, (_, _, _) -> {});
  }

  static Outcome of(ClusterSettings settings, Path directory, long end, Witness witness)
      throws NodeRefusal, IOException {
    Path archive = directory.resolve("archive");
    ReplicatedVenue venue =
        new ReplicatedVenue(
            Limits.DEFAULT, settings.members().size(), settings.checkEvery(), (_, _) -> {});
    LogReplay replay = new LogReplay(venue, end, witness);
    for (Path segment : segments(archive).values()) {
      replay.decide(segment);
    }
    return new Outcome(
        replay.position, venue.view().sequence(), venue.view().stateHash(), venue.hash());
  }

  /// Returns the files of the log by the position at which they begin.
  private static SortedMap<Long, Path> segments(Path archive) throws NodeRefusal, IOException {
    NavigableMap<Long, SortedMap<Long, Path>> recordings = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.isDirectory(archive) ? Files.list(archive) : Stream.empty()) {
      files = all.toList();
    }
    for (Path file : files) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches() && isLog(file)) {
        recordings
            .computeIfAbsent(Long.parseLong(name.group(1)), _ -> new TreeMap<>())
            .put(Long.parseLong(name.group(2)), file);
      }
    }
    if (recordings.isEmpty()) {
      throw new NodeRefusal(archive + ": there is no log");
    }
    SortedMap<Long, Path> log = recordings.lastEntry().getValue();
    if (log.firstKey() != 0) {
      throw new NodeRefusal(archive + ": the log does not begin with its first message");
    }
    return log;
  }

  private static boolean isLog(Path file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(FRAME).order(LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.read(header, 0) == FRAME && header.getInt(AT_STREAM) == LOG_STREAM;
    }
  }

  private void decide(Path segment) throws NodeRefusal, IOException {
    long whole = ArchiveCheck.end(segment);
    byte[] bytes = Files.readAllBytes(segment);
    ByteBuffer frames = ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN);
    UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    int at = 0;
    while (at < whole && position < end) {
      int length = frames.getInt(at);
      if (length <= 0) {
        return;
      }
      int next = at + (length + FRAME - 1) / FRAME * FRAME;
      position += next - at;
      if (frames.getShort(at + AT_TYPE) == DATA && length >= FRAME + MESSAGE) {
        decide(frames, buffer, at + FRAME, length - FRAME);
      }
      at = next;
    }
  }

  private void decide(ByteBuffer frames, UnsafeBuffer buffer, int at, int length) {
    if (frames.getShort(at + AT_TEMPLATE) != SESSION_MESSAGE) {
      return;
    }
    long session = frames.getLong(at + AT_SESSION);
    long nowNs = TimeUnit.MILLISECONDS.toNanos(frames.getLong(at + AT_TIME));
    Ingress.read(buffer, at + MESSAGE, length - MESSAGE)
        .ifPresent(message -> {
          List<Egress> replies = new ArrayList<>();
          venue.on(session, nowNs, position, message, replies::add);
          witness.see(position, message, replies);
        });
  }
}
