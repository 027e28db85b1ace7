package org.plimsoll.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.proof.AssetTerms;
import org.plimsoll.proof.Attestation;
import org.plimsoll.proof.Check;
import org.plimsoll.proof.Commitment;
import org.plimsoll.proof.CommitmentText;
import org.plimsoll.proof.Proof;
import org.plimsoll.proof.ProofText;
import org.plimsoll.proof.Reading;
import org.plimsoll.proof.SignedAttestation;
import org.plimsoll.results.JsonText;
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
      if (line == null) {
        throw refused("the file is empty; expected a proof");
      }
      if (ProofText.read(line) instanceof Reading.Unreadable<Proof>) {
        return check(proof(new TextFile(file).read(), 1), published);
      }
      return user.isPresent() ? ofUser(user.get(), line, in, published) : each(line, in, published);
    } catch (NoSuchFileException e) {
      throw refused("there is no such file");
    } catch (CharacterCodingException e) {
      throw refused("this is not text in UTF-8");
    } catch (IOException e) {
      throw refused("this file cannot be read: " + e);
    }
  }

  /// Looks for the id before it reads a line as a proof: reading all of them takes minutes.
  private ExitCode ofUser(String id, String first, BufferedReader in, Commitment published)
      throws IOException {
    String quoted = JsonText.of(id).stripTrailing();
    int number = 0;
    for (String line = first; line != null; line = in.readLine()) {
      number++;
      if (line.contains(quoted) && proof(line, number).leaf().id().equals(id)) {
        return check(proof(line, number), published);
      }
    }
    return number > 1
        ? fails("There is no proof for " + id + " in " + file)
        : check(proof(first, 1), published);
  }

  private ExitCode each(String first, BufferedReader in, Commitment published) throws IOException {
    int number = 0;
    boolean isWhole = true;
    for (String line = first; line != null; line = in.readLine()) {
      number++;
      Proof proof = proof(line, number);
      if (proof.check(published) instanceof Check.Fails) {
        return check(proof, published);
      }
      isWhole = isWhole && proof.path().index() == number - 1;
    }
    return number == 1
        ? check(proof(first, 1), published)
        : all(number, isWhole && number == published.accounts(), published);
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

  private static String sentence(Proof proof, Commitment published) {
    List<AssetTerms> terms = published.terms();
    List<BigInteger> balances = proof.leaf().balances();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < balances.size(); i++) {
      if (balances.get(i).signum() != 0) {
        AssetTerms asset = terms.get(i % terms.size());
        String quantity = JsonText.decimal(asset.quantity(balances.get(i))) + " " + asset.id();
        said.add((i < terms.size() ? "owed " : "owing ") + quantity);
      }
    }
    return "The proof holds: "
        + published.subject()
        + " counted "
        + proof.leaf().id()
        + " as of "
        + published.asOf()
        + ", "
        + (said.isEmpty() ? "owed nothing" : String.join(", ", said))
        + ".\nIt is worth as much as the digest that everybody sees: "
        + published.digest();
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
