package org.plimsoll.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.proof.Attestation.Encumbered;

class SignedAttestationTest {
  private static final Attestation STATEMENT =
      new Attestation(
          "vault",
          "venue",
          "BTC",
          new BigDecimal("100.50"),
          "bc1-cold",
          "2026-01-31T00:00:00Z",
          Encumbered.UNKNOWN);

  private static String text(SignedAttestation signed) {
    Attestation said = signed.statement();
    return """
    {"format": "plimsoll-attestation-1", "custodian": "%s", "subject": "%s", "asset": "%s",
     "quantity": "%s", "location": "%s", "time": "%s", "encumbered": "%s",
     "public_key": "%s", "signature": "%s"}
    """
        .formatted(
            said.custodian(),
            said.subject(),
            said.asset(),
            said.quantity().toPlainString(),
            said.location(),
            said.time(),
            said.encumbered().word(),
            signed.publicKey(),
            signed.signature());
  }

  @Test
  void shouldSignWhatACustodianCanRead() {
    assertThat(STATEMENT.message())
        .isEqualTo(
            """
            plimsoll-attestation-1
            custodian: vault
            subject: venue
            asset: BTC
            quantity: 100.50
            location: bc1-cold
            time: 2026-01-31T00:00:00Z
            encumbered: unknown
            """);
  }

  @Test
  void shouldHoldAsSignedAndReadBackTheSame() {
    SignedAttestation signed = Custodian.VAULT.sign(STATEMENT);
    assertThat(signed.check(List.of())).isInstanceOf(Check.Holds.class);
    assertThat(signed.check(List.of(signed.publicKey()))).isInstanceOf(Check.Holds.class);
    assertThat(Books.value(SignedAttestation.read(text(signed)))).isEqualTo(signed);
  }

  @Test
  void shouldRefuseEverySingleBitThatIsChanged() {
    byte[] text = text(Custodian.VAULT.sign(STATEMENT)).strip().getBytes(StandardCharsets.UTF_8);
    SignedAttestation original = Custodian.VAULT.sign(STATEMENT);
    for (int bit = 0; bit < text.length * Byte.SIZE; bit++) {
      byte[] changed = text.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      String said = new String(changed, StandardCharsets.UTF_8);
      boolean isTaken =
          SignedAttestation.read(said)
                  instanceof Reading.Read<SignedAttestation>(SignedAttestation read)
              && !read.equals(original)
              && read.check(List.of()) instanceof Check.Holds;
      assertThat(isTaken).as("bit %d: %s", bit, said).isFalse();
    }
  }

  @Test
  void shouldRefuseTheRightSignatureOfAnUnknownKey() {
    SignedAttestation signed = Custodian.VAULT.sign(STATEMENT);
    String other = Custodian.ANYBODY.sign(STATEMENT).publicKey();
    assertThat(signed.check(List.of(other)))
        .isEqualTo(
            new Check.Fails(
                "it is signed with the key " + signed.publicKey() + ", which was not given"));
  }

  @Test
  void shouldRefuseALineBreakThatWouldAddALine() {
    assertThatThrownBy(() ->
            new Attestation(
                "vault\nasset: BTC",
                "venue",
                "USD",
                BigDecimal.ONE,
                "bank",
                "2026-01-31",
                Encumbered.NO))
        .hasMessageContaining("has a control character");
  }

  @Test
  void shouldSayWhatCannotBeRead() {
    String text = text(Custodian.VAULT.sign(STATEMENT));
    assertThat(Books.refusal(SignedAttestation.read(text.replace("100.50", "-1"))))
        .isEqualTo("the attestation's quantity `-1` is not a decimal");
    assertThat(Books.refusal(SignedAttestation.read(text.replace("\"unknown\"", "\"maybe\""))))
        .isEqualTo("encumbered is `maybe`, not yes, no or unknown");
    assertThat(Books.refusal(SignedAttestation.read(text.replace("T00:00:00Z", "0"))))
        .startsWith("the attestation makes no sense: time 2026-01-310 is neither");
    assertThat(Books.refusal(SignedAttestation.read(text.replace("\"vault\"", "5"))))
        .isEqualTo("the attestation's custodian is not a text in quotes");
    assertThat(Books.refusal(SignedAttestation.read("[]")))
        .isEqualTo("the attestation is not a JSON object");
  }
}
