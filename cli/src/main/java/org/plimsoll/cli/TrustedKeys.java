package org.plimsoll.cli;

import java.util.List;
import java.util.Locale;
import org.plimsoll.proof.SignedAttestation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The option that says whose signatures count.
final class TrustedKeys {
  @Option(
      names = "--key",
      paramLabel = "HEX",
      converter = Converter.class,
      description =
          "A custodian's Ed25519 public key, 64 hex digits; more may follow. Without one, the key"
              + " that an attestation names is taken, and nobody vouches for it.")
  private List<String> keys = List.of();

  /// Returns the keys; none if any key will do.
  List<String> keys() {
    return keys;
  }

  /// Reads a key.
  static final class Converter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      String key = value.toLowerCase(Locale.ROOT);
      if (!key.matches("[0-9a-f]{" + 2 * SignedAttestation.KEY_BYTES + "}")) {
        throw new TypeConversionException("`" + value + "` is not a key of 64 hex digits");
      }
      return key;
    }
  }
}
