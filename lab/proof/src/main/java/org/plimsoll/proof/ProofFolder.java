package org.plimsoll.proof;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plimsoll.results.JsonText;

/// The files of a proof of liabilities: `commitment.json` and `verify.html` to publish, and in
/// `private` the proofs, of which each account gets its own line alone, and the secret of the
/// salts.
///
/// @param path the folder
public record ProofFolder(Path path) {
  /// The folder in the folder that nobody else may see.
  public static final String PRIVATE = "private";

  /// Builds the tree and writes everything, in memory that does not grow with the accounts.
  ///
  /// @return what was published
  /// @throws IOException if something cannot be written
  public Commitment write(Snapshot snapshot, Salts salts) throws IOException {
    Path hidden = Files.createDirectories(path.resolve(PRIVATE));
    hide(hidden);
    int columns = 2 * snapshot.terms().size();
    try (SumTree tree = SumTree.build(hidden, columns, snapshot.count(), snapshot.leaves(salts))) {
      Commitment commitment = snapshot.commitment(tree.root());
      writeProofs(hidden.resolve("proofs.jsonl"), tree, snapshot.leaves(salts), commitment);
      Files.writeString(hidden.resolve("salts.json"), secret(salts, commitment));
      Files.writeString(path.resolve("verify.html"), page());
      Files.writeString(path.resolve("commitment.json"), CommitmentText.of(commitment));
      return commitment;
    }
  }

  /// Shuts a folder for everybody but its owner, where the file system knows owners.
  private static void hide(Path folder) throws IOException {
    PosixFileAttributeView rights =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (rights != null) {
      rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void writeProofs(
      Path file, SumTree tree, Iterable<Leaf> leaves, Commitment commitment) throws IOException {
    ProofText text = new ProofText();
    Iterator<Leaf> leaf = leaves.iterator();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      tree.paths(path -> {
        out.write(text.line(new Proof(commitment.digest(), leaf.next(), path)));
        out.write('\n');
      });
    }
  }

  private static String secret(Salts salts, Commitment commitment) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("commitment", commitment.digest());
    members.put("secret", salts.secret());
    return JsonText.of(members);
  }

  /// Returns the page that checks a proof in a browser, without any other file or server.
  public static String page() {
    try (InputStream in = ProofFolder.class.getResourceAsStream("verify.html")) {
      if (in == null) {
        throw new IllegalStateException("verify.html is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
