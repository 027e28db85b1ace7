package org.plimsoll.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Checksums of lines were computed with another program than ours.
class ApiKeysTest {
  private static final Grant TRADER = Grant.toAll(4, EnumSet.of(Scope.READ, Scope.TRADE));
  private static final String FIRST = "plimsoll-keys 1 crc32c=dfbfa8ab\n";
  private static final String CREATE =
      "create 1 sha256=" + "ab".repeat(32) + " owner=4 bound=- scopes=READ,TRADE crc32c=ceba4c85\n";
  private static final String REVOKE = "revoke 1 crc32c=2c1c776f\n";

  @TempDir private Path directory;

  /// The key is `head -c 30 /dev/zero | tr '\0' '\2' | base64`, its hash H is `printf %s KEY |
  /// sha256sum`, and the secret is `printf 'secret 1 H' | openssl dgst -sha256 -mac HMAC -macopt
  /// hexkey:0101...01 -binary | basenc --base64url` without the last character.
  @Test
  void aSecretIsDerivedFromTheMasterSecretAndTheKey() throws Exception {
    Issued issued = open().create(TRADER);
    assertThat(issued.id()).isEqualTo(1);
    assertThat(issued.key()).isEqualTo("AgIC".repeat(10));
    assertThat(issued.secret()).isEqualTo("VjXA69dBCHeknYH1T1E6sa7GR_wYYD2QuRAMYViCeaA");
  }

  @Test
  void keysAreThereAgainAfterARestart() throws Exception {
    ApiKeys before = open();
    Issued first = before.create(TRADER);
    Issued second = before.create(Grant.bound(4, 9, EnumSet.allOf(Scope.class)));
    assertThat(before.revoke(first.id())).isTrue();
    ApiKeys after = open();
    assertThat(after.list())
        .isEqualTo(before.list())
        .containsExactly(
            new ApiKey(1, TRADER, true),
            new ApiKey(2, new Grant(4, OptionalInt.of(9), EnumSet.allOf(Scope.class)), false));
    assertThat(after.find(second.key()).map(ApiKey::id)).contains(2);
    assertThat(after.secretOf(after.stored(second.key()).orElseThrow())).isEqualTo(second.secret());
    assertThat(after.find("AgIC")).isEmpty();
  }

  @Test
  void aRevokedKeyStaysRevokedAndItsNumberIsNeverUsedAgain() throws Exception {
    ApiKeys keys = open();
    Issued issued = keys.create(TRADER);
    assertThat(keys.isInUse(issued.id())).isTrue();
    assertThat(keys.revoke(issued.id())).isTrue();
    assertThat(keys.revoke(issued.id())).isFalse();
    assertThat(keys.revoke(7)).isFalse();
    ApiKeys after = open();
    assertThat(after.isInUse(issued.id())).isFalse();
    assertThat(after.find(issued.key()).map(ApiKey::isRevoked)).contains(true);
    assertThat(after.create(TRADER).id()).isEqualTo(2);
  }

  @Test
  void whatGoesOnUnderAKeyEndsWithItAndOnce() throws Exception {
    ApiKeys keys = open();
    int first = keys.create(TRADER).id();
    int second = keys.create(TRADER).id();
    List<String> ended = new ArrayList<>();
    Runnable left = () -> ended.add("left");
    keys.enter(first, () -> ended.add("first"));
    keys.enter(second, () -> ended.add("second"));
    keys.enter(first, left);
    keys.leave(first, left);
    assertThat(keys.revoke(first)).isTrue();
    assertThat(ended).containsExactly("first");
    keys.enter(first, () -> ended.add("late"));
    assertThat(ended).containsExactly("first", "late");
    assertThat(keys.revoke(first)).isFalse();
    assertThat(ended).hasSize(2);
  }

  @Test
  void neitherAKeyNorASecretIsOnTheDiskOrInALog() throws Exception {
    Issued issued = ApiKeys.open(directory, new SecureRandom()).create(TRADER);
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.sorted().toList();
      assertThat(all.stream().map(file -> file.getFileName().toString()))
          .containsExactly("keys.txt", "master.key");
      for (Path file : all) {
        assertThat(Files.readAllBytes(file)).asString().doesNotContain(issued.key());
        assertThat(Files.readAllBytes(file)).asString().doesNotContain(issued.secret());
        assertThat(Files.getPosixFilePermissions(file))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
    assertThat(issued.toString()).isEqualTo("Issued[id=1]");
  }

  @Test
  void keysDifferAndSoDoTheirSecrets() throws Exception {
    ApiKeys keys = ApiKeys.open(directory, new SecureRandom());
    Issued first = keys.create(TRADER);
    Issued second = keys.create(TRADER);
    assertThat(first.key()).hasSize(40).matches("[A-Za-z0-9_-]+").isNotEqualTo(second.key());
    assertThat(first.secret()).hasSize(43).matches("[A-Za-z0-9_-]+").isNotEqualTo(second.secret());
  }

  /// Otherwise whoever had a secret once would have one of somebody else's keys.
  @Test
  void aKeyOfTheSameNumberAfterTheListWasLostHasAnotherSecret() throws Exception {
    ApiKeys before = ApiKeys.open(directory, new SecureRandom());
    Issued lost = before.create(TRADER);
    Files.delete(directory.resolve("keys.txt"));
    Issued issued = ApiKeys.open(directory, new SecureRandom()).create(TRADER);
    assertThat(issued.id()).isEqualTo(lost.id());
    assertThat(issued.secret()).isNotEqualTo(lost.secret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c", "create 2 sha256=abab", "revoke 1 crc32c=2c1c776f"})
  void aTornLastLineIsCutOffByTheNext(String torn) throws Exception {
    open().create(TRADER);
    Path file = directory.resolve("keys.txt");
    String whole = Files.readString(file);
    Files.writeString(file, torn, StandardOpenOption.APPEND);
    ApiKeys keys = open();
    assertThat(keys.list()).containsExactly(new ApiKey(1, TRADER, false));
    assertThat(keys.revoke(1)).isTrue();
    assertThat(Files.readString(file)).isEqualTo(whole + REVOKE);
    assertThat(open().isInUse(1)).isFalse();
  }

  @Test
  void theFileIsAsThePageSays() throws Exception {
    write(FIRST + CREATE + REVOKE);
    assertThat(open().list()).containsExactly(new ApiKey(1, TRADER, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create 1|line 2: is not what was written: its checksum differs
          revoke 1 crc32c=2c1c776f|line 2: revokes key 1, which is not in use
          CREATE;revoke 2 crc32c=3f4c849b|line 3: revokes key 2, which is not in use
          CREATE;REVOKE;REVOKE|line 4: revokes key 1, which is not in use
          CREATE;CREATE|line 3: creates key 1 where 2 is next
          create 1 owner=5 crc32c=ceba4c85|line 2: is not what was written: its checksum differs
          plimsoll-keys 1 crc32c=dfbfa8ab|line 2: is no line of keys
          """)
  void aBadLineIsRefusedWithItsFileAndNumber(String lines, String problem) throws Exception {
    String text =
        lines
            .replace(";", "\n")
            .replace("CREATE", CREATE.strip())
            .replace("REVOKE", REVOKE.strip());
    write(FIRST + text + "\n");
    refuses(directory.resolve("keys.txt") + " " + problem);
  }

  @Test
  void everyChangedBitIsRefused() throws Exception {
    byte[] good = (FIRST + CREATE).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int bit = 0; bit < (good.length - 1) * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      write(FIRST);
      Files.write(directory.resolve("keys.txt"), bad);
      assertThatThrownBy(this::open).as("bit %s", bit).isInstanceOf(KeyRefusal.class);
    }
  }

  @Test
  void anEmptyFileAndALongTailAreRefused() throws Exception {
    write("");
    refuses(directory.resolve("keys.txt") + " line 1: is not 'plimsoll-keys 1'");
    write(FIRST + "x".repeat(257));
    refuses(directory.resolve("keys.txt") + ": ends with what is no line that a crash has torn");
  }

  @Test
  void aMasterSecretThatIsMissingOrCutIsRefused() throws Exception {
    open();
    Path master = directory.resolve("master.key");
    Files.write(master, new byte[31]);
    refuses(master + ": has 31 bytes and not 32");
    Files.write(master, new byte[33]);
    refuses(master + ": is longer than 32 bytes");
    Files.delete(master);
    refuses(master + ": is missing, and no key in keys.txt works without");
    assertThat(master).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "master.key, rw-r-----",
    "master.key, rw----r--",
    "master.key, rw--w----",
    "keys.txt, rw-r--r--",
    "keys.txt, rw-----w-"
  })
  void aFileThatIsOpenToOthersIsRefused(String name, String permissions) throws Exception {
    open();
    Path file = directory.resolve(name);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    refuses(file + ": is open to others than its owner; make it so no longer with chmod 600");
  }

  @Test
  void aCrashAmidTheFirstStartIsMendedByTheNext() throws Exception {
    Files.write(directory.resolve("master.key.part"), new byte[7]);
    open();
    Files.delete(directory.resolve("keys.txt"));
    assertThat(open().create(TRADER).id()).isEqualTo(1);
  }

  @Test
  void thereAreNoMoreKeysThanMayBe() throws Exception {
    ApiKeys keys = ApiKeys.open(directory, new CountingRandom(), 2);
    keys.create(TRADER);
    keys.revoke(keys.create(TRADER).id());
    assertThatThrownBy(() -> keys.create(TRADER))
        .isInstanceOf(KeyRefusal.class)
        .hasMessage("there are 2 keys already, and never more");
    assertThat(open().list()).hasSize(2);
  }

  @Test
  void aKeyThatCannotBeKeptDoesNotExist() throws Exception {
    ApiKeys keys = open();
    Issued kept = keys.create(TRADER);
    Files.delete(directory.resolve("keys.txt"));
    assertThatThrownBy(() -> keys.create(TRADER)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> keys.revoke(kept.id())).isInstanceOf(IOException.class);
    assertThat(keys.list()).containsExactly(new ApiKey(1, TRADER, false));
  }

  @Test
  void aGrantWithoutAScopeIsAMistake() {
    assertThatThrownBy(() -> Grant.toAll(0, EnumSet.noneOf(Scope.class)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grant.bound(0, -1, EnumSet.of(Scope.READ)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ApiKeys open() throws IOException, KeyRefusal {
    return ApiKeys.open(directory, new CountingRandom());
  }

  /// Writes a list of keys beside the master secret that a first start has made.
  private void write(String text) throws IOException, KeyRefusal {
    Path file = directory.resolve("keys.txt");
    Files.deleteIfExists(file);
    open();
    Files.writeString(file, text);
  }

  private void refuses(String why) {
    assertThatThrownBy(this::open).isInstanceOf(KeyRefusal.class).hasMessage(why);
  }
}
