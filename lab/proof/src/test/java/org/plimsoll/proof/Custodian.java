package org.plimsoll.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;

/// Someone with a key, which is the hash of a word and never changes. The public halves were
/// computed with another program (OpenSSL).
enum Custodian {
  VAULT("5725a2e36f0f0effcce5dc88725b12ca3f34c6513b93ae61bb9dd3032e4f41c0"),
  ANYBODY("fe3ad681a549ddf686f145d9fdc6cdedee4259d5336f6dcee428f41aecf3d1fd");

  private final String publicKey;

  Custodian(String publicKey) {
    this.publicKey = publicKey;
  }

  SignedAttestation sign(Attestation statement) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Sha256.of(name()))));
      ed25519.update(statement.message().getBytes(StandardCharsets.UTF_8));
      return new SignedAttestation(statement, publicKey, Sha256.hex(ed25519.sign()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
