package org.plimsoll.server.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.keys.Verdict.Allowed;
import org.plimsoll.server.keys.Verdict.Denied;

/// What holds for any request, over seeds.
class SignaturesLaws {
  private static final long NOW = 1_669_075_200_000L;
  private static final int SEEDS = 20_000;

  @TempDir private Path directory;

  /// The parts of a request that are signed, and the signature.
  private record Sent(
      String key, String timestamp, String method, String target, String body, String signature) {
    Sent with(int part, String text) {
      return new Sent(
          part == 0 ? text : key,
          part == 1 ? text : timestamp,
          part == 2 ? text : method,
          part == 3 ? text : target,
          part == 4 ? text : body,
          part == 5 ? text : signature);
    }

    String part(int part) {
      return switch (part) {
        case 0 -> key;
        case 1 -> timestamp;
        case 2 -> method;
        case 3 -> target;
        case 4 -> body;
        default -> signature;
      };
    }
  }

  @Test
  void aRequestIsAllowedAsItWasSignedAndNotWithAnyCharacterChanged() throws Exception {
    ApiKeys keys = ApiKeys.open(directory, new CountingRandom());
    Issued issued = keys.create(Grant.toAll(0, EnumSet.of(Scope.TRADE)));
    Signatures signatures = new Signatures(keys, new Nobody(), () -> NOW);
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Sent sent = sent(issued, random);
      Sent changed = changed(sent, random);
      assertThat(judged(signatures, changed)).as("seed %s", seed).isInstanceOf(Denied.class);
      assertThat(judged(signatures, sent)).as("seed %s", seed).isInstanceOf(Allowed.class);
    }
  }

  private static Verdict judged(Signatures signatures, Sent sent) {
    return signatures.rest(
        new Credentials(sent.key(), sent.timestamp(), sent.signature(), Optional.empty()),
        sent.method(),
        sent.target(),
        sent.body().getBytes(ISO_8859_1),
        Scope.TRADE);
  }

  /// Each with a target of its own, so that none is a repeat of another.
  private static Sent sent(Issued issued, SplittableRandom random) {
    String timestamp = Long.toString(NOW + random.nextInt(30_000));
    String method = random.nextBoolean() ? "POST" : "PUT";
    String target = "/api/orders/" + random.nextLong() + (random.nextBoolean() ? "" : "?a=%2F");
    String body = random.nextBoolean() ? "" : "{\"size\":" + random.nextInt() + "}";
    byte[] signed = (timestamp + method + target + body).getBytes(US_ASCII);
    String signature =
        HexFormat.of().formatHex(Hmac.sha256(issued.secret().getBytes(US_ASCII), signed));
    return new Sent(issued.key(), timestamp, method, target, body, signature);
  }

  /// One part with a character more, or less, or another one.
  private static Sent changed(Sent sent, SplittableRandom random) {
    int part = random.nextInt(6);
    String text = sent.part(part);
    int at = random.nextInt(text.length() + 1);
    int kind = at == text.length() ? 0 : random.nextInt(4);
    String changed =
        switch (kind) {
          case 0 -> text.substring(0, at) + (char) ('!' + random.nextInt(94)) + text.substring(at);
          case 1 -> text.substring(0, at) + text.substring(at + 1);
          case 2 -> text.substring(0, at);
          default -> text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
        };
    return sent.with(part, changed);
  }

  private static final class Nobody implements Subaccounts {
    @Override
    public OptionalInt account(int owner, String nickname) {
      return OptionalInt.empty();
    }

    @Override
    public String nickname(int account) {
      throw new IllegalStateException("nobody is bound to a subaccount");
    }
  }
}
