package org.plimsoll.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
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
    try (InputStream in = Files.newInputStream(certificate)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
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
    String algorithm = chain().getFirst().getPublicKey().getAlgorithm();
    Matcher text = KEY.matcher(Files.readString(key));
    if (!text.find()) {
      throw new IOException(
          key + ": there is no private key in PKCS #8 here; it begins -----BEGIN PRIVATE KEY-----");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException noSuchKey) {
      throw new IOException(
          key + ": this is no " + algorithm + " key, which the certificate is for", noSuchKey);
    }
  }
}
