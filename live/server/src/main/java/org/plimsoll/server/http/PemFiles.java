package org.plimsoll.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By what a server proves who it is: two files in PEM.
///
/// @param certificate its certificate, followed by those that vouch for it
/// @param key its private key in PKCS #8, not encrypted, of RSA or an elliptic curve
public record PemFiles(Path certificate, Path key) {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /// Reads the certificates.
  ///
  /// @throws IOException if there are none
  public List<X509Certificate> chain() throws IOException {
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(certificate)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) {
        throw new IOException(certificate + ": there is no certificate in this file");
      }
      return chain;
    } catch (GeneralSecurityException noCertificate) {
      throw new IOException(certificate + ": this is no certificate in PEM", noCertificate);
    }
  }

  /// Reads the key.
  ///
  /// @throws IOException if there is none, or none that fits the certificate
  public PrivateKey privateKey() throws IOException {
    PublicKey named = chain().getFirst().getPublicKey();
    Matcher text = KEY.matcher(new String(bytes(key), StandardCharsets.ISO_8859_1));
    if (!text.find()) {
      throw new IOException(
          key + ": there is no private key in PKCS #8 here; it begins -----BEGIN PRIVATE KEY-----");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.group(1));
      PrivateKey read =
          KeyFactory.getInstance(named.getAlgorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(bytes));
      if (fits(read, named)) {
        return read;
      }
    } catch (GeneralSecurityException | IllegalArgumentException noSuchKey) {
      throw new IOException(
          key + ": this is no " + named.getAlgorithm() + " key, which the certificate is for",
          noSuchKey);
    }
    throw new IOException(key + ": this is not the key that the certificate is for");
  }

  /// Returns whether what one has signed is what the other knows.
  private static boolean fits(PrivateKey key, PublicKey named) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (named.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> named.getAlgorithm();
            });
    byte[] something = {1};
    signature.initSign(key);
    signature.update(something);
    byte[] signed = signature.sign();
    signature.initVerify(named);
    signature.update(something);
    return signature.verify(signed);
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IOException(file + ": this file cannot be read", unreadable);
    }
  }
}
