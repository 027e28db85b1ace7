package org.plimsoll.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static final String BOOK =
      """
      book: 1
      title: "Two accounts"
      as-of: 2026-01-31
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1, weights: {initial: 1, total: 1, imf-factor: 0}}
        - {id: BTC, kind: coin, tier: liquid, price: {low: 50000, high: 60000}, weights: {initial: 0.9, total: 0.9, imf-factor: 0}}
      parties:
        - {id: venue, kind: venue}
        - {id: c, kind: customer}
      accounts:
        - {id: zoe, owner: c, balances: {BTC: 1, USD: -45000}}
        - {id: ann, owner: c, balances: {BTC: -0.5, USD: 29999.99}}
      """;

  @TempDir private Path folder;

  private Commitment write(String yaml) throws IOException {
    return new ProofFolder(folder).write(Books.snapshot(Books.read(yaml)), Salts.ofSeed("test"));
  }

  private static CommittedAsset asset(Commitment commitment, String id) {
    return commitment.assets().stream()
        .filter(asset -> asset.terms().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> totals(Commitment commitment, String id) {
    CommittedAsset asset = asset(commitment, id);
    return List.of(
        asset.liabilities().toString(),
        asset.debts().toString(),
        asset.unsecuredDebts().toString());
  }

  @Test
  void shouldRefuseWhatAPositionHasEarned() {
    String open = BOOK + "positions:\n  - {account: ann, asset: BTC, size: 1, entry: 50000}\n";
    assertThat(Snapshot.of(Books.read(open)))
        .isEqualTo(
            new Reading.Unreadable<>(
                "account ann has an open position; a proof commits to balances, so settle"
                    + " positions first"));
  }

  @Test
  void shouldNeverNetADebtAgainstWhatIsOwed() throws IOException {
    Commitment commitment = write(BOOK);
    assertThat(commitment.terms().stream().map(AssetTerms::id)).containsExactly("BTC", "USD");
    assertThat(asset(commitment, "BTC").terms().decimals()).isEqualTo(1);
    assertThat(totals(commitment, "BTC")).containsExactly("10", "0", "5");
    assertThat(totals(commitment, "USD")).containsExactly("2999999", "4500000", "0");
  }

  @Test
  void shouldCountCollateralAtItsLowestAndDebtAtItsHighestPrice() {
    AssetTerms bitcoin = Books.snapshot(Books.read(BOOK)).terms().getFirst();
    assertThat(bitcoin.collateralValue()).isEqualByComparingTo("45000");
    assertThat(bitcoin.debtValue()).contains(new BigDecimal("60000"));
  }

  @Test
  void shouldTakeTheLastCentOfCollateralForCollateral() throws IOException {
    Commitment secured = write(BOOK.replace("29999.99", "30000"));
    assertThat(totals(secured, "BTC")).containsExactly("10", "5", "0");
  }

  @Test
  void shouldTakeNoDebtForSecuredWhosePriceHasNoLimit() throws IOException {
    Commitment commitment = write(BOOK.replace("low: 50000, high: 60000", "low: 50000"));
    assertThat(totals(commitment, "BTC")).containsExactly("10", "0", "5");
    assertThat(asset(commitment, "BTC").terms().debtValue()).isEmpty();
    assertThat(Books.value(CommitmentText.read(CommitmentText.of(commitment))))
        .isEqualTo(commitment);
  }

  @Test
  void shouldNotTakeTheVenuesOwnTokenForCollateral() throws IOException {
    Commitment commitment =
        new ProofFolder(folder)
            .write(Books.snapshot(Books.shipped("levine-8")), Salts.ofSeed("test"));
    assertThat(asset(commitment, "FTT").terms().collateralValue()).isZero();
    assertThat(totals(commitment, "BTC")).containsExactly("1000", "500", "500");
    assertThat(totals(commitment, "USD")).containsExactly("2000000", "1000000", "1000000");
    assertThat(commitment.accounts()).isEqualTo(201);
  }

  @Test
  void shouldRefuseADummyUserWhoseCollateralIsWorthLess() throws IOException {
    DummyUser dummy = DummyUser.build(folder);
    assertThat(dummy.commitment().check()).isInstanceOf(Check.Holds.class);
    assertThat(dummy.proof().check(dummy.commitment()))
        .isEqualTo(
            new Check.Fails(
                "the account's collateral after haircuts is worth less than its debts"));
  }

  @Test
  void shouldRefuseTheProofOfSomebodyElse() throws IOException {
    Commitment commitment = write(BOOK);
    String first = Files.readAllLines(folder.resolve("private/proofs.jsonl")).getFirst();
    Proof ann = Books.value(ProofText.read(first));
    assertThat(ann.checkFor("ann", commitment)).isInstanceOf(Check.Holds.class);
    assertThat(ann.checkFor("zoe", commitment))
        .isEqualTo(new Check.Fails("the proof is for ann, not for zoe"));
  }

  @Test
  void shouldRefuseAProofOfAnotherSnapshot() throws IOException {
    Commitment before = write(BOOK);
    write(BOOK.replace("29999.99", "3"));
    String first = Files.readAllLines(folder.resolve("private/proofs.jsonl")).getFirst();
    assertThat(Books.value(ProofText.read(first)).check(before))
        .isEqualTo(new Check.Fails("the proof belongs to another commitment"));
  }

  @Test
  void shouldWalkAnyNumberOfAccountsWithoutKeepingThem() throws IOException {
    int count = 1 << 16;
    List<Integer> places = new ArrayList<>();
    Iterable<Leaf> leaves = () -> new CountedLeaves(count);
    try (SumTree tree = SumTree.build(folder, 1, count, leaves)) {
      assertThat(tree.root().sums().getFirst()).isEqualTo(CountedLeaves.total(count));
      tree.paths(path -> {
        if (path.index() % 997 == 0) {
          places.add(path.index());
          assertThat(tree.root().check(CountedLeaves.leaf(path.index()), path))
              .isInstanceOf(Check.Holds.class);
        }
      });
    }
    assertThat(places).hasSize(66);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldRefuseABookThatSaysNothingExact() {
    assertThat(refusal(BOOK.replace("{BTC: 1, USD: -45000}", "{BTC: {low: 1, high: 2}}")))
        .isEqualTo(
            "account zoe has a balance of BTC that is not known exactly; a proof commits to exact"
                + " numbers");
    assertThat(refusal(BOOK.replaceAll("(?s)accounts:.*", "")))
        .isEqualTo("the book has no account with a balance; there is nothing to prove");
  }

  @Test
  void shouldRefuseABalanceThatATreeCannotHold() {
    String large = BOOK.replace("BTC: 1,", "BTC: 123456789012345678901234567890.1234567891,");
    assertThat(refusal(large))
        .startsWith("account zoe has a balance of")
        .endsWith("a tree of 2 accounts holds less than 2^127");
  }

  private static String refusal(String yaml) {
    return Books.refusal(Snapshot.of(Books.read(yaml)));
  }
}
