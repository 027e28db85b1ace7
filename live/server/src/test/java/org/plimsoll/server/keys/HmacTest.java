package org.plimsoll.server.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// With the examples that the dialect's authors published; openssl says the same: `printf
/// '1588591511721GET/api/markets' | openssl dgst -sha256 -hmac T4lPid48...`.
class HmacTest {
  @Test
  void aRequestIsSignedAsInTheExampleOfTheDialect() {
    assertThat(
            signature("T4lPid48QtjNxjLUFOcUZghD7CUJ7sTVsfuvQZF2", "1588591511721GET/api/markets"))
        .isEqualTo("dbc62ec300b2624c580611858d94f2332ac636bb86eccfa1167a7777c496ee6f");
  }

  @Test
  void aLoginIsSignedAsInTheExampleOfTheDialect() {
    assertThat(
            signature("Y2QTHI23f23f23jfjas23f23To0RfUwX3H42fvN-", "1557246346499websocket_login"))
        .isEqualTo("d10b5a67a1a941ae9463a60b285ae845cdeac1b11edc7da9977bef0228b96de9");
  }

  /// RFC 4231, test case 2.
  @Test
  void theCodeIsThatOfTheStandard() {
    assertThat(signature("Jefe", "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  private static String signature(String secret, String message) {
    return HexFormat.of()
        .formatHex(Hmac.sha256(secret.getBytes(US_ASCII), message.getBytes(US_ASCII)));
  }
}
