package org.plimsoll.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with the two files is one sentence that begins with the file.
class PemFilesTest {
  @TempDir private static Path directory;
  private static PemFiles good;

  @BeforeAll
  static void make() throws Exception {
    good = PemPair.make(directory, "good", "EC").files();
  }

  @Test
  void aPairIsRead() throws Exception {
    assertThat(good.chain()).hasSize(1);
    assertThat(good.privateKey().getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path absent = directory.resolve("absent.pem");
    refused(new PemFiles(absent, good.key()), absent + ": this file cannot be read");
    refused(new PemFiles(good.certificate(), absent), absent + ": this file cannot be read");
  }

  @Test
  void whatIsNoCertificateIsRefused() throws Exception {
    Path empty = Files.createFile(directory.resolve("empty.pem"));
    refused(new PemFiles(empty, good.key()), empty + ": there is no certificate in this file");
    Path other = Files.write(directory.resolve("other.pem"), new byte[] {(byte) 0xc3, 0, 1});
    refused(new PemFiles(other, good.key()), other + ": this is no certificate in PEM");
  }

  @Test
  void whatIsNoKeyOfTheCertificateIsRefused() throws Exception {
    String begins =
        ": there is no private key in PKCS #8 here; it begins -----BEGIN PRIVATE KEY-----";
    Path bytes = Files.write(directory.resolve("bytes.key"), new byte[] {(byte) 0xc3, 0, 1});
    refused(new PemFiles(good.certificate(), bytes), bytes + begins);
    Path encrypted = directory.resolve("encrypted.key");
    Files.writeString(
        encrypted, Files.readString(good.key()).replace("PRIVATE", "ENCRYPTED PRIVATE"));
    refused(new PemFiles(good.certificate(), encrypted), encrypted + begins);
    Path cut = directory.resolve("cut.key");
    Files.writeString(cut, "-----BEGIN PRIVATE KEY-----\nMIGHA\n-----END PRIVATE KEY-----\n");
    refused(
        new PemFiles(good.certificate(), cut),
        cut + ": this is no EC key, which the certificate is for");
    Path rsa = key("RSA");
    refused(
        new PemFiles(good.certificate(), rsa),
        rsa + ": this is no EC key, which the certificate is for");
    Path other = key("EC");
    refused(
        new PemFiles(good.certificate(), other),
        other + ": this is not the key that the certificate is for");
  }

  private static Path key(String algorithm) throws Exception {
    byte[] key =
        KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
    return PemPair.pem(directory.resolve("other-" + algorithm + ".key"), "PRIVATE KEY", key);
  }

  private static void refused(PemFiles files, String message) {
    assertThatThrownBy(files::privateKey).hasMessage(message);
  }
}
