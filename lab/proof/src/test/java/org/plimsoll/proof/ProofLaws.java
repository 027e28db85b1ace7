package org.plimsoll.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// What holds of the proofs of every book.
class ProofLaws {
  @TempDir private Path folder;

  private Commitment write(Book book, String name) throws IOException {
    return new ProofFolder(folder.resolve(name)).write(Books.snapshot(book), Salts.ofSeed("law"));
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name).resolve("private/proofs.jsonl"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64, 1000, 3001})
  void everyProofOfARandomBookHolds(int count) throws IOException {
    Book book = Books.random(count, count);
    Commitment commitment = write(book, "book");
    List<String> ids = book.accounts().stream().map(Account::id).sorted().toList();
    List<String> lines = lines("book");
    assertThat(lines).hasSize(count);
    for (int i = 0; i < count; i++) {
      Proof proof = Books.value(ProofText.read(lines.get(i)));
      assertThat(proof.checkFor(ids.get(i), commitment))
          .as("seed %d, line %d", count, i + 1)
          .isInstanceOf(Check.Holds.class);
    }
  }

  @Test
  void totalsAreTheSumsOfTheBook() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      Book book = Books.random(seed, 1 + seed * 5);
      for (CommittedAsset asset : write(book, "sums").assets()) {
        BigDecimal owed = BigDecimal.ZERO;
        BigDecimal debts = BigDecimal.ZERO;
        for (Account account : book.accounts()) {
          Figure zero = Figure.of(Interval.ZERO);
          BigDecimal balance =
              account.balances().getOrDefault(asset.terms().id(), zero).value().low();
          owed = owed.add(balance.max(BigDecimal.ZERO));
          debts = debts.add(balance.negate().max(BigDecimal.ZERO));
        }
        assertThat(asset.terms().quantity(asset.liabilities()))
            .as("seed %d", seed)
            .isEqualByComparingTo(owed);
        assertThat(asset.terms().quantity(asset.debts().add(asset.unsecuredDebts())))
            .as("seed %d", seed)
            .isEqualByComparingTo(debts);
      }
    }
  }

  @Test
  void noSingleBitOfAProofCanBeChanged() throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      Commitment commitment = write(Books.random(seed, 9), "bits");
      byte[] line = lines("bits").get(seed).getBytes(StandardCharsets.UTF_8);
      for (int bit = 0; bit < line.length * Byte.SIZE; bit++) {
        byte[] changed = line.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        assertThat(isRefused(new String(changed, StandardCharsets.UTF_8), commitment))
            .as("seed %d, bit %d: %s", seed, bit, new String(changed, StandardCharsets.UTF_8))
            .isTrue();
      }
    }
  }

  @Test
  void noSingleBitOfACommitmentCanBeChanged() throws IOException {
    Commitment commitment = write(Books.random(5, 20), "published");
    Proof proof = Books.value(ProofText.read(lines("published").getFirst()));
    byte[] text = CommitmentText.of(commitment).strip().getBytes(StandardCharsets.UTF_8);
    for (int bit = 0; bit < text.length * Byte.SIZE; bit++) {
      byte[] changed = text.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      String said = new String(changed, StandardCharsets.UTF_8);
      boolean isOther =
          CommitmentText.read(said) instanceof Reading.Read<Commitment>(Commitment other)
              && proof.check(other) instanceof Check.Holds
              && !other.equals(commitment);
      assertThat(isOther).as("bit %d: %s", bit, said).isFalse();
    }
  }

  @Test
  void noNumberOfALeafOrAPathCanBeMoved() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    Commitment commitment = write(Books.random(11, 200), "moved");
    for (String line : lines("moved")) {
      Proof proof = Books.value(ProofText.read(line));
      List<BigInteger> balances = new ArrayList<>(proof.leaf().balances());
      int column = random.nextInt(balances.size());
      balances.set(column, balances.get(column).add(BigInteger.valueOf(random.nextInt(1, 99))));
      Leaf moved = new Leaf(proof.leaf().id(), proof.leaf().salt(), balances);
      assertThat(new Proof(proof.commitment(), moved, proof.path()).check(commitment))
          .isInstanceOf(Check.Fails.class);
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    Book book = Books.random(3, 777);
    write(book, "once");
    write(book, "again");
    for (String file :
        List.of("commitment.json", "verify.html", "private/proofs.jsonl", "private/salts.json")) {
      assertThat(folder.resolve("again").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("once").resolve(file));
    }
    Commitment other =
        new ProofFolder(folder.resolve("other"))
            .write(Books.snapshot(book), Salts.ofSeed("another"));
    assertThat(CommitmentText.of(other))
        .isNotEqualTo(Files.readString(folder.resolve("once/commitment.json")));
  }

  @Test
  void aCommitmentReadBackIsTheSame() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      Commitment commitment = write(Books.random(seed, 4), "back");
      assertThat(Books.value(CommitmentText.read(CommitmentText.of(commitment))))
          .isEqualTo(commitment);
      assertThat(commitment.check()).isInstanceOf(Check.Holds.class);
    }
  }

  private static boolean isRefused(String text, Commitment commitment) {
    return switch (ProofText.read(text)) {
      case Reading.Unreadable<Proof> _ -> true;
      case Reading.Read<Proof>(Proof proof) -> proof.check(commitment) instanceof Check.Fails;
    };
  }
}
