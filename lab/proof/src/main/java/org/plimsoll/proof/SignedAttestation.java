package org.plimsoll.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

/// An attestation with an Ed25519 signature (RFC 8032) over its message.
///
/// @param statement what is stated
/// @param publicKey 32 bytes in lower case hexadecimal
/// @param signature 64 bytes in lower case hexadecimal
public record SignedAttestation(Attestation statement, String publicKey, String signature) {
  /// How many bytes a public key has.
  public static final int KEY_BYTES = 32;

  static final String FORMAT = "plimsoll-attestation-1";
  static final int SIGNATURE_BYTES = 64;

  /// What stands before the 32 bytes of a key where Java reads one (RFC 8410).
  private static final String KEY_PREFIX = "302a300506032b6570032100";

  private static final List<String> MEMBERS =
      List.of(
          "format",
          "custodian",
          "subject",
          "asset",
          "quantity",
          "location",
          "time",
          "encumbered",
          "public_key",
          "signature");

  /// Reads an attestation from JSON. That it can be read says nothing of whether it holds.
  public static Reading<SignedAttestation> read(String text) {
    return Mistake.reading(() -> attestation(text));
  }

  /// Returns whether a text says that it is an attestation, readable or not.
  public static boolean isMeant(String text) {
    return text.contains("\"" + FORMAT + "\"");
  }

  /// Checks the signature against the key that the file names.
  ///
  /// Who holds that key, no file can say.
  ///
  /// @param trustedKeys the keys that are known to be custodians'; if empty, any key will do
  public Check check(List<String> trustedKeys) {
    if (!trustedKeys.isEmpty() && !trustedKeys.contains(publicKey)) {
      return new Check.Fails("it is signed with the key " + publicKey + ", which was not given");
    }
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      byte[] key = Sha256.bytes(KEY_PREFIX + publicKey);
      ed25519.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
      ed25519.update(statement.message().getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(Sha256.bytes(signature))
          ? new Check.Holds()
          : new Check.Fails("the signature is not one of this statement by this key");
    } catch (GeneralSecurityException malformed) {
      return new Check.Fails("the key or the signature is no point of Ed25519");
    }
  }

  private static SignedAttestation attestation(String text) {
    JsonFields fields = JsonFields.of("the attestation", text, MEMBERS);
    fields.require("format", FORMAT);
    String word = fields.text("encumbered");
    Attestation.Encumbered encumbered =
        Arrays.stream(Attestation.Encumbered.values())
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElseThrow(() -> new Mistake("encumbered is `" + word + "`, not yes, no or unknown"));
    try {
      Attestation statement =
          new Attestation(
              fields.text("custodian"),
              fields.text("subject"),
              fields.text("asset"),
              fields.decimal("quantity"),
              fields.text("location"),
              fields.text("time"),
              encumbered);
      return new SignedAttestation(
          statement, fields.hex("public_key", KEY_BYTES), fields.hex("signature", SIGNATURE_BYTES));
    } catch (IllegalArgumentException refused) {
      throw new Mistake("the attestation makes no sense: " + refused.getMessage());
    }
  }
}
