package org.plimsoll.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.proof.Attestation;
import org.plimsoll.proof.Check;
import org.plimsoll.proof.Commitment;
import org.plimsoll.proof.CommitmentText;
import org.plimsoll.proof.Proof;
import org.plimsoll.proof.ProofText;
import org.plimsoll.proof.Reading;
import org.plimsoll.proof.SignedAttestation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll verify`: whether a proof or an attestation holds.
@Command(
    name = "verify",
    description = {
      "Check that an account was counted in a published commitment, or that an attestation was"
          + " signed.",
      "Ends with exit code 3 if it does not hold, and 4 if it cannot be read."
    })
final class VerifyVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PROOF",
      description = "A proof, a file with a proof per line, or an attestation.")
  private Path file = Path.of("");

  @Option(
      names = "--commitment",
      paramLabel = "FILE",
      description = "The published commitment; every proof needs it.")
  private Optional<Path> commitment = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "The account that the proof must be for; give your own.")
  private Optional<String> user = Optional.empty();

  @Mixin private TrustedKeys trusted = new TrustedKeys();

  @Override
  public Integer call() {
    if (commitment.isEmpty()) {
      return attestation().number();
    }
    TextFile published = new TextFile(commitment.get());
    return switch (CommitmentText.read(published.read())) {
      case Reading.Unreadable<Commitment>(String reason) -> throw published.refused(reason);
      case Reading.Read<Commitment>(Commitment read) -> proofs(read).number();
    };
  }

  private ExitCode attestation() {
    TextFile text = new TextFile(file);
    String said = text.read();
    if (!SignedAttestation.isMeant(said)) {
      throw new ParameterException(
          spec.commandLine(), "a proof needs --commitment; only an attestation does without");
    }
    return switch (SignedAttestation.read(said)) {
      case Reading.Unreadable<SignedAttestation>(String reason) -> throw text.refused(reason);
      case Reading.Read<SignedAttestation>(SignedAttestation signed) ->
          switch (signed.check(trusted.keys())) {
            case Check.Fails(String reason) -> fails("The attestation does not hold: " + reason);
            case Check.Holds _ -> holds(sentence(signed));
          };
    };
  }

  private String sentence(SignedAttestation signed) {
    Attestation stated = signed.statement();
    String key =
        trusted.keys().isEmpty()
            ? "The file itself names the key; compare it with the one that the custodian"
                + " publishes: "
                + signed.publicKey()
            : "The key is one that was given.";
    String pledged =
        switch (stated.encumbered()) {
          case YES -> "pledged to somebody else";
          case NO -> "not pledged, which is its word and cannot be proven";
          case UNKNOWN -> "perhaps pledged";
        };
    return "The signature holds: "
        + stated.custodian()
        + " states that it held "
        + stated.quantity().toPlainString()
        + " "
        + stated.asset()
        + " for "
        + stated.subject()
        + " at "
        + stated.location()
        + " on "
        + stated.time()
        + ", "
        + pledged
        + ".\n"
        + key;
  }

  /// Reads line by line: the proofs of a large venue take gigabytes. A proof that somebody has
  /// spread over several lines is one proof.
  private ExitCode proofs(Commitment published) {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String line = in.readLine();
      if (line != null && ProofText.read(line) instanceof Reading.Unreadable<Proof>) {
        return check(proof(new TextFile(file).read(), 1), published);
      }
      int number = 0;
      boolean isWhole = true;
      Optional<Proof> last = Optional.empty();
      for (; line != null; line = in.readLine()) {
        number++;
        Proof proof = proof(line, number);
        boolean isWanted = user.filter(proof.leaf().id()::equals).isPresent();
        boolean isWrong = user.isEmpty() && proof.check(published) instanceof Check.Fails;
        if (isWanted || isWrong) {
          return check(proof, published);
        }
        last = Optional.of(proof);
        isWhole = isWhole && proof.path().index() == number - 1;
      }
      return atTheEnd(number, last, isWhole && number == published.accounts(), published);
    } catch (NoSuchFileException e) {
      throw refused("there is no such file");
    } catch (CharacterCodingException e) {
      throw refused("this is not text in UTF-8");
    } catch (IOException e) {
      throw refused("this file cannot be read: " + e);
    }
  }

  private ExitCode atTheEnd(
      int lines, Optional<Proof> last, boolean isWhole, Commitment published) {
    if (last.isEmpty()) {
      throw refused("the file is empty; expected a proof");
    }
    if (lines == 1) {
      return check(last.get(), published);
    }
    return user.isPresent()
        ? fails("There is no proof for " + user.get() + " in " + file)
        : all(lines, isWhole, published);
  }

  /// Only one proof for each place, in order, shows that the totals hold nothing else.
  private ExitCode all(int lines, boolean isWhole, Commitment published) {
    String rest =
        isWhole
            ? "they are all of its " + published.accounts() + " accounts, and add up to its totals"
            : "they are not all of its " + published.accounts() + " accounts, one after the other";
    return holds(
        lines + " proofs hold under the commitment " + published.digest() + ": " + rest + ".");
  }

  private ExitCode check(Proof proof, Commitment published) {
    Check check = user.isPresent() ? proof.checkFor(user.get(), published) : proof.check(published);
    return switch (check) {
      case Check.Fails(String reason) ->
          fails("The proof of " + proof.leaf().id() + " does not hold: " + reason);
      case Check.Holds _ -> holds(sentence(proof, published));
    };
  }

  private String sentence(Proof proof, Commitment published) {
    StringBuilder text = new StringBuilder("The proof holds: ");
    text.append(published.subject()).append(" counted ").append(proof.leaf().id());
    text.append(" as of ").append(published.asOf()).append(", with");
    int assets = published.assets().size();
    for (int i = 0; i < 2 * assets; i++) {
      if (proof.leaf().balances().get(i).signum() != 0) {
        var terms = published.assets().get(i % assets).terms();
        text.append(i < assets ? " owed " : " debt ");
        text.append(terms.quantity(proof.leaf().balances().get(i)).toPlainString());
        text.append(' ').append(terms.id());
      }
    }
    text.append(".\nIt is worth as much as the digest that everybody sees: ");
    return text.append(published.digest()).toString();
  }

  private Proof proof(String text, int line) {
    return switch (ProofText.read(text)) {
      case Reading.Read<Proof>(Proof proof) -> proof;
      case Reading.Unreadable<Proof>(String reason) ->
          throw refused("line " + line + ": " + reason);
    };
  }

  private CommandFailure refused(String reason) {
    return new TextFile(file).refused(reason);
  }

  private ExitCode holds(String sentence) {
    spec.commandLine().getOut().println(sentence);
    return ExitCode.SOUND;
  }

  private ExitCode fails(String sentence) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(sentence + ".");
    return ExitCode.INSOLVENT;
  }
}
