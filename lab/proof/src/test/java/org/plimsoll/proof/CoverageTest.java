package org.plimsoll.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.proof.Attestation.Encumbered;
import org.plimsoll.proof.Coverage.Answer;

class CoverageTest {
  private static final String BOOK =
      """
      book: 1
      title: "One account"
      as-of: 2026-01-31
      currency: USD
      subject: venue
      assets:
        - {id: BTC, kind: coin, tier: liquid, price: 60000}
        - {id: USD, kind: fiat, tier: liquid, price: 1}
      parties:
        - {id: venue, kind: venue}
        - {id: c, kind: customer}
      accounts:
        - {id: ann, owner: c, balances: {BTC: 100, USD: 5}}
        - {id: zoe, owner: c, balances: {BTC: -90, USD: 5}}
      """;

  @TempDir private Path folder;

  private static Attestation held(
      String asset, String quantity, String location, Encumbered encumbered) {
    return new Attestation(
        "vault",
        "venue",
        asset,
        new BigDecimal(quantity),
        location,
        "2026-01-31T12:00:00Z",
        encumbered);
  }

  private Answer bitcoin(Attestation... attestations) throws IOException {
    Commitment commitment =
        new ProofFolder(folder).write(Books.snapshot(Books.read(BOOK)), Salts.ofSeed("test"));
    return Coverage.of(commitment, List.of(attestations)).getFirst().answer();
  }

  @Test
  void shouldCoverWithWhatIsFreeAlone() throws IOException {
    assertThat(bitcoin(held("BTC", "100", "a", Encumbered.NO))).isEqualTo(Answer.COVERED);
    assertThat(
            bitcoin(held("BTC", "60", "a", Encumbered.NO), held("BTC", "40", "b", Encumbered.NO)))
        .isEqualTo(Answer.COVERED);
    assertThat(bitcoin(held("BTC", "500", "a", Encumbered.YES))).isEqualTo(Answer.NOT_COVERED);
  }

  @Test
  void shouldNotLetADebtLowerWhatMustBeHeld() throws IOException {
    assertThat(bitcoin(held("BTC", "10", "a", Encumbered.NO))).isEqualTo(Answer.NOT_COVERED);
  }

  @Test
  void shouldNotKnowWithoutAnAttestationOrWhereItDependsOnAPledge() throws IOException {
    assertThat(bitcoin()).isEqualTo(Answer.UNKNOWN);
    assertThat(bitcoin(held("BTC", "500", "a", Encumbered.UNKNOWN))).isEqualTo(Answer.UNKNOWN);
    assertThat(bitcoin(held("BTC", "99", "a", Encumbered.UNKNOWN))).isEqualTo(Answer.NOT_COVERED);
  }

  @Test
  void shouldNeverNetOneAssetAgainstAnother() throws IOException {
    assertThat(bitcoin(held("USD", "1000000000", "bank", Encumbered.NO))).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void shouldRefuseOnePlaceAttestedTwiceAnotherDayAndAnotherSubject() {
    Attestation once = held("BTC", "100", "a", Encumbered.NO);
    assertThat(Coverage.fault("venue", "2026-01-31", List.of(once))).isEmpty();
    assertThat(Coverage.fault("venue", "2026-01-31", List.of(once, once)))
        .contains("BTC at a is attested twice");
    assertThat(Coverage.fault("venue", "2026-02-01T00:00:00Z", List.of(once)))
        .contains("it is of 2026-01-31T12:00:00Z, and the book of 2026-02-01");
    assertThat(Coverage.fault("other", "2026-01-31", List.of(once)))
        .contains("it is held for venue, not other");
  }
}
