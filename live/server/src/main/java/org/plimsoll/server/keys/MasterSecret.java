package org.plimsoll.server.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// What the secrets of all keys are derived from, so that none of them is stored.
///
/// A secret follows from the key's number and from the hash of its text. With the number alone the
/// first key after a lost list of keys would have the secret of the first one before.
final class MasterSecret {
  static final String NAME = "master.key";

  private static final int BYTES = 32;

  private final byte[] master;

  private MasterSecret(byte[] master) {
    this.master = master;
  }

  static MasterSecret create(Path directory, SecureRandom random) throws IOException {
    byte[] master = new byte[BYTES];
    random.nextBytes(master);
    OwnerFile.create(directory.resolve(NAME), master);
    return new MasterSecret(master);
  }

  static MasterSecret read(Path directory) throws IOException, KeyRefusal {
    Path file = directory.resolve(NAME);
    if (!existsIn(directory)) {
      throw new KeyRefusal(file + ": is missing, and no key in " + KeyFile.NAME + " works without");
    }
    byte[] master = OwnerFile.read(file, BYTES);
    if (master.length != BYTES) {
      throw new KeyRefusal(file + ": has " + master.length + " bytes and not " + BYTES);
    }
    return new MasterSecret(master);
  }

  static boolean existsIn(Path directory) {
    return Files.exists(directory.resolve(NAME));
  }

  /// @param hash SHA-256 of the key's text, in hex
  String secretOf(int id, String hash) {
    byte[] derived = Hmac.sha256(master, ("secret " + id + " " + hash).getBytes(US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
  }
}
