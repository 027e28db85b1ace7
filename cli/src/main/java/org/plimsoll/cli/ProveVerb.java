package org.plimsoll.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plimsoll.proof.Attestation;
import org.plimsoll.proof.Check;
import org.plimsoll.proof.Commitment;
import org.plimsoll.proof.CommittedAsset;
import org.plimsoll.proof.Coverage;
import org.plimsoll.proof.ProofFolder;
import org.plimsoll.proof.Reading;
import org.plimsoll.proof.Salts;
import org.plimsoll.proof.SignedAttestation;
import org.plimsoll.proof.Snapshot;
import org.plimsoll.results.JsonText;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll prove`: from a book to a commitment that every account can check.
@Command(
    name = "prove",
    description = {
      "Commit to what the subject of a book owes each account, so that every account can check that"
          + " it was counted.",
      "Ends with exit code 3 if attestations show that an asset is not covered."
    })
final class ProveVerb implements Callable<Integer> {
  private static final int SECRET_BYTES = 32;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BOOK", description = "A book file, or the name of a shipped book.")
  private String bookName = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Where to write commitment.json and verify.html, which are published, and the folder"
              + " private, of which each account gets its own line of proofs.jsonl alone.")
  private Path folder = Path.of("");

  @Option(
      names = "--attestation",
      paramLabel = "FILE",
      description = "A custodian's signed statement of what it holds; more may follow.")
  private List<Path> attestations = List.of();

  @Mixin private TrustedKeys trusted = new TrustedKeys();

  @Option(
      names = "--salt-seed",
      paramLabel = "WORD",
      description =
          "Take the salts from a word, for teaching: who guesses the word can guess balances.")
  private Optional<String> saltSeed = Optional.empty();

  @Override
  public Integer call() {
    if (folder.toString().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--out needs the name of a folder");
    }
    Book book = book();
    Snapshot snapshot =
        switch (Snapshot.of(book)) {
          case Reading.Read<Snapshot>(Snapshot read) -> read;
          case Reading.Unreadable<Snapshot>(String reason) ->
              throw new CommandFailure(ExitCode.INVALID_INPUT, bookName + ": " + reason);
        };
    List<Attestation> held = attestations.stream().map(this::attestation).toList();
    Coverage.fault(book.subject(), book.asOf(), held)
        .ifPresent(fault -> {
          throw new CommandFailure(ExitCode.INVALID_INPUT, "an attestation is refused: " + fault);
        });
    Commitment commitment = write(snapshot);
    List<Coverage> coverage = Coverage.of(commitment, held);
    print(commitment, coverage, book);
    return coverage.stream().anyMatch(each -> each.answer() == Coverage.Answer.NOT_COVERED)
        ? ExitCode.INSOLVENT.number()
        : ExitCode.SOUND.number();
  }

  private Book book() {
    return switch (BookReader.read(bookName)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) ->
          throw new CommandFailure(
              ExitCode.INVALID_INPUT,
              problems.stream()
                  .map(Object::toString)
                  .collect(Collectors.joining("\n", "the book is refused\n", "")));
    };
  }

  private Attestation attestation(Path path) {
    TextFile file = new TextFile(path);
    SignedAttestation signed =
        switch (SignedAttestation.read(file.read())) {
          case Reading.Read<SignedAttestation>(SignedAttestation read) -> read;
          case Reading.Unreadable<SignedAttestation>(String reason) -> throw file.refused(reason);
        };
    if (signed.check(trusted.keys()) instanceof Check.Fails(String reason)) {
      throw file.refused(reason);
    }
    return signed.statement();
  }

  private Commitment write(Snapshot snapshot) {
    List<Commitment> written = new ArrayList<>();
    new Destination(folder)
        .write(path -> written.add(new ProofFolder(path).write(snapshot, salts())));
    return written.getFirst();
  }

  private Salts salts() {
    if (saltSeed.isPresent()) {
      spec.commandLine()
          .getErr()
          .println("plimsoll prove: the salts come from a word; publish no proof that was made so");
      return Salts.ofSeed(saltSeed.get());
    }
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Salts(HexFormat.of().formatHex(secret));
  }

  private void print(Commitment commitment, List<Coverage> coverage, Book book) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        commitment.subject()
            + " owes, as of "
            + commitment.asOf()
            + ", to the accounts in this tree ("
            + commitment.accounts()
            + "):");
    coverage.forEach(each -> out.println("  " + sentence(each)));
    for (CommittedAsset asset : commitment.assets()) {
      if (asset.debts().signum() + asset.unsecuredDebts().signum() > 0) {
        out.println("  " + debts(asset));
      }
    }
    long loans =
        book.loans().stream().filter(loan -> loan.borrower().equals(book.subject())).count();
    if (loans > 0) {
      out.println("Not in the tree: " + loans + " of its own debts that are no account's balance.");
    }
    out.println("root    " + commitment.root());
    out.println("digest  " + commitment.digest());
    out.println("That nothing is pledged elsewhere cannot be proven; an attestation is a word.");
    out.println("Publish commitment.json and verify.html; each account gets its own line of");
    out.println(folder.resolve(ProofFolder.PRIVATE).resolve("proofs.jsonl") + ", and no other.");
  }

  private static String sentence(Coverage each) {
    String owed = JsonText.decimal(each.owed()) + " " + each.asset() + ": ";
    String held =
        JsonText.decimal(each.free())
            + " attested as free, "
            + JsonText.decimal(each.uncertain())
            + " perhaps pledged";
    boolean isSilent = each.free().signum() == 0 && each.uncertain().signum() == 0;
    return owed
        + switch (each.answer()) {
          case COVERED -> each.owed().signum() == 0 ? "nothing owed" : "covered, " + held;
          case NOT_COVERED -> "NOT covered, " + held;
          case UNKNOWN -> "unknown, " + (isSilent ? "nothing attested" : held);
        };
  }

  private static String debts(CommittedAsset asset) {
    return "owed by accounts, which reduces nothing above: "
        + JsonText.decimal(asset.terms().quantity(asset.debts()))
        + " "
        + asset.terms().id()
        + " secured, "
        + JsonText.decimal(asset.terms().quantity(asset.unsecuredDebts()))
        + " not";
  }
}
