package org.plimsoll.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.file.VenueFileResult.Refused;
import org.plimsoll.text.FileKind;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Structure;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;
import org.plimsoll.text.bind.RecordReader;
import org.plimsoll.venue.Limits;

/// Reads venue files: the answer is a venue or every problem of the file, never both.
///
/// A file that makes sense is opened once, on a venue that is thrown away, so that a rule which the
/// venue refuses is a problem of the file and not of a start.
public final class VenueFileReader {
  /// How many bytes a venue file may have.
  public static final int FILE_BYTES_MAX = 1 << 20;

  private static final FileKind KIND = new FileKind("venue", "venue: 1");
  private static final String SANDBOX = "sandbox.yaml";

  private final Limits limits;
  private final Instant now;

  /// Makes a reader.
  ///
  /// @param limits of the venue that is to open
  /// @param now when it is to open
  public VenueFileReader(Limits limits, Instant now) {
    this.limits = limits;
    this.now = now;
  }

  /// Reads a file.
  public VenueFileResult read(Path file) {
    if (Files.isDirectory(file)) {
      return refuse(file.toString(), "this is a folder; expected a venue file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(FILE_BYTES_MAX + 1), file.toString());
    } catch (IOException unreadable) {
      return refuse(file.toString(), "this file cannot be read: " + unreadable);
    }
  }

  /// Reads the sandbox that comes with the program, `venues/sandbox.yaml`.
  public VenueFileResult sandbox() {
    try (InputStream in = sandboxFile()) {
      return read(in.readAllBytes(), SANDBOX);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Returns the bytes of `venues/sandbox.yaml`.
  public static InputStream sandboxFile() {
    InputStream in = VenueFileReader.class.getResourceAsStream("/venues/" + SANDBOX);
    if (in == null) {
      throw new IllegalStateException("the build left out the sandbox");
    }
    return in;
  }

  /// Reads the bytes of a file.
  ///
  /// @param file what problems call it
  public VenueFileResult read(byte[] bytes, String file) {
    if (bytes.length > FILE_BYTES_MAX) {
      return refuse(file, "the file is larger than " + FILE_BYTES_MAX + " bytes");
    }
    Problems problems = new Problems(file, KIND);
    Optional<ReadVenue> venue =
        FileText.decode(bytes, problems)
            .flatMap(text -> TreeReader.read(text, problems))
            .flatMap(root -> venue(root, problems));
    return venue.isPresent() && problems.isEmpty()
        ? venue.get()
        : new Refused(problems.inFileOrder());
  }

  private Optional<ReadVenue> venue(Tree root, Problems problems) {
    if (!(root instanceof Tree.Mapping)) {
      problems.add(root.place(), "this is not a venue; " + KIND.beginning());
      return Optional.empty();
    }
    Structure.check(root, VenueFileSchema.schema(), problems);
    Reading reading = new Reading(problems);
    Optional<VenueFile> file = new RecordReader(reading).read(VenueFile.class, root);
    if (file.isEmpty() || !problems.isEmpty()) {
      reading.requireComplete();
      return Optional.empty();
    }
    new VenueFileChecks(root, file.get(), problems).run();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Opening opening = OpeningSteps.of(root, file.get(), now, problems);
    if (problems.isEmpty()) {
      Rehearsal.of(opening, limits, now, problems);
    }
    return Optional.of(new ReadVenue(file.get(), opening));
  }

  private static Refused refuse(String file, String message) {
    return new Refused(List.of(new Problem(file, 0, 0, message)));
  }
}
