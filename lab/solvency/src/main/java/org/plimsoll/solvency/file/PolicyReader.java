package org.plimsoll.solvency.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.policy.Policy;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;

/// Reads policy files: other rules for a book, with the keys of its `policies` and weights by
/// asset.
///
/// A policy is read against the book that it is for, so that a name the book does not know is
/// refused with its place. Like a book file, it has at most [BookReader#FILE_BYTES_MAX] bytes.
public final class PolicyReader {
  private static final String ENDING = "\\.ya?ml$";

  private PolicyReader() {}

  /// Reads a file.
  public static PolicyReadResult read(Path file, Book book) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      return refuse(name, "this is a folder; expected a policy file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(BookReader.FILE_BYTES_MAX + 1), name, book);
    } catch (IOException unreadable) {
      return refuse(name, "this file cannot be read: " + unreadable);
    }
  }

  /// Reads the bytes of a file.
  ///
  /// @param name what to call the file in problems, and the policy without its folder and ending
  public static PolicyReadResult read(byte[] bytes, String name, Book book) {
    if (bytes.length > BookReader.FILE_BYTES_MAX) {
      return refuse(name, "the file is larger than " + BookReader.FILE_BYTES_MAX + " bytes");
    }
    Problems problems = new Problems(name, BookReader.KIND);
    Optional<Policy> policy =
        FileText.decode(bytes, problems)
            .flatMap(text -> TreeReader.read(text, problems))
            .flatMap(tree -> policy(tree, name, book, problems));
    return policy.isPresent()
        ? new PolicyReadResult.ReadPolicy(policy.get())
        : new PolicyReadResult.Refused(problems.inFileOrder());
  }

  private static Optional<Policy> policy(Tree tree, String name, Book book, Problems problems) {
    if (!(tree instanceof Tree.Mapping)) {
      problems.add(tree.place(), "this is not a policy; a policy begins with `policy: 1`");
      return Optional.empty();
    }
    BookSchema.checkPolicy(tree, problems);
    BookReading reading =
        new BookReading(problems, Tables.none(), DatedParts.of(tree, Optional.empty()));
    for (Asset asset : book.assets()) {
      reading.assets().declare(asset.id(), Place.whole(name), problems);
    }
    BookFields file = new BookFields(tree, reading);
    Policy policy =
        new Policy(
            name.substring(name.lastIndexOf('/') + 1).replaceFirst(ENDING, ""),
            file.text("title"),
            PolicySection.read(file, book.policies(), reading),
            weights(file, reading));
    reading.requireComplete();
    return problems.isEmpty() ? Optional.of(policy) : Optional.empty();
  }

  private static SortedMap<String, CollateralWeights> weights(
      BookFields file, BookReading reading) {
    SortedMap<String, CollateralWeights> weights = new TreeMap<>();
    BookFields byAsset = file.nested("weights");
    for (Tree.Entry entry : file.entries("weights")) {
      reading.assets().require(entry.key(), entry.place(), reading.problems());
      weights.put(entry.key(), AssetSection.weights(byAsset.nested(entry.key())));
    }
    return weights;
  }

  private static PolicyReadResult refuse(String name, String message) {
    return new PolicyReadResult.Refused(List.of(new Problem(name, 0, 0, message)));
  }
}
