package org.plimsoll.server.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.server.keys.Verdict.Allowed;
import org.plimsoll.server.keys.Verdict.Denied;

/// Signatures in hex are openssl's: `printf %s MESSAGE | openssl dgst -sha256 -hmac SECRET`, with
/// the secret that `ApiKeysTest` derives.
class SignaturesTest {
  private static final long NOW = 1_669_075_200_000L;
  private static final String TS = "1669075200000";
  private static final String ORDERS = "/api/orders";
  private static final byte[] NOTHING = new byte[0];
  private static final EnumSet<Scope> TRADER = EnumSet.of(Scope.READ, Scope.TRADE);

  /// Owner 4 has the subaccounts 9, "arb desk", and 11, "b".
  private static final Subaccounts SUBACCOUNTS =
      new Subaccounts() {
        private final List<String> names = List.of("arb desk", "b");
        private final List<Integer> accounts = List.of(9, 11);

        @Override
        public OptionalInt account(int owner, String nickname) {
          int index = owner == 4 ? names.indexOf(nickname) : -1;
          return index < 0 ? OptionalInt.empty() : OptionalInt.of(accounts.get(index));
        }

        @Override
        public String nickname(int account) {
          return names.get(accounts.indexOf(account));
        }
      };

  @TempDir private Path directory;
  private ApiKeys keys;
  private Issued issued;
  private Signatures signatures;
  private long now = NOW;

  @BeforeEach
  void start() throws Exception {
    keys = ApiKeys.open(directory, new CountingRandom());
    issued = keys.create(Grant.toAll(4, TRADER));
    signatures = new Signatures(keys, SUBACCOUNTS, () -> now);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET|/api/markets/BTC%2FUSD/orderbook?depth=20||309afec83d33fe30972cf8df962699c9ce9fbd608de1b332d6689573b26c2a5e
          POST|/api/orders|{"market":"BTC-PERP","side":"buy","price":16500,"size":0.1,"type":"limit"}|b5ff262fd8550f639b9b41fef384f1e030ff6c6876f5efc141b61f17529f8de4
          DELETE|/api/orders|{}|85b8a73948bc4736f3bf6f5a1c281d7a9155af67fd692d57775443994b86dd37
          DELETE|/api/orders|{}|28f90bac438ee14aaa7f1020a4f262b28746eae34e4d99028f4c655b06bf3249
          DELETE|/api/orders||28f90bac438ee14aaa7f1020a4f262b28746eae34e4d99028f4c655b06bf3249
          """)
  void aRequestSignedByAnotherToolIsAllowed(
      String method, String target, String body, String signature) {
    byte[] bytes = body == null ? NOTHING : body.getBytes(UTF_8);
    assertThat(signatures.rest(given(TS, signature), method, target, bytes, Scope.READ))
        .isEqualTo(new Allowed(new Principal(1, 4, 4, TRADER)));
  }

  @Test
  void aLoginSignedByAnotherToolIsAllowedOnce() {
    Credentials login =
        given(TS, "7a1315ef8ddf4790bf306337432044462163be28bc35c8d541cb4000bc98b06d");
    assertThat(signatures.login(login)).isInstanceOf(Allowed.class);
    assertThat(why(signatures.login(login))).isEqualTo(Denial.REPEATED);
  }

  @Test
  void onlyADeleteMayLeaveItsBodyUnsigned() {
    String unsigned = sign(TS + "POST" + ORDERS);
    assertThat(why(signatures.rest(given(TS, unsigned), "POST", ORDERS, body("{}"), Scope.TRADE)))
        .isEqualTo(Denial.INVALID_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "timestamp", "signature"})
  void whoLeavesSomethingOutIsNotLoggedIn(String missing) {
    Credentials given =
        new Credentials(
            missing.equals("key") ? "" : issued.key(),
            missing.equals("timestamp") ? "" : TS,
            missing.equals("signature") ? "" : sign(TS + "GET" + ORDERS),
            Optional.empty());
    Verdict verdict = signatures.rest(given, "GET", ORDERS, NOTHING, Scope.READ);
    assertThat(verdict).isEqualTo(new Denied(Denial.NOT_LOGGED_IN, "Not logged in"));
    assertThat(((Denied) verdict).status()).isEqualTo(401);
    assertThat(why(signatures.login(given))).isEqualTo(Denial.NOT_LOGGED_IN);
  }

  @Test
  void anUnknownKeyAndARevokedOneAreInvalidHoweverWellSigned() throws Exception {
    String signature = sign(TS + "GET" + ORDERS);
    Credentials unknown = new Credentials("nobody", TS, signature, Optional.empty());
    Denied denied = new Denied(Denial.INVALID_API_KEY, "Not logged in: Invalid API key");
    assertThat(signatures.rest(unknown, "GET", ORDERS, NOTHING, Scope.READ)).isEqualTo(denied);
    keys.revoke(issued.id());
    assertThat(signatures.rest(given(TS, signature), "GET", ORDERS, NOTHING, Scope.READ))
        .isEqualTo(denied);
    ApiKeys after = ApiKeys.open(directory, new CountingRandom());
    Signatures restarted = new Signatures(after, SUBACCOUNTS, () -> now);
    assertThat(restarted.rest(given(TS, signature), "GET", ORDERS, NOTHING, Scope.READ))
        .isEqualTo(denied);
  }

  /// A key that nobody has is derived a secret like any other, and it opens nothing.
  @Test
  void theSecretOfAnUnknownKeyOpensNothing() {
    StoredKey unknown = StoredKey.unknown("nobody");
    String signature = sign(keys.secretOf(unknown), TS + "GET" + ORDERS);
    Credentials given = new Credentials("nobody", TS, signature, Optional.empty());
    assertThat(why(signatures.rest(given, "GET", ORDERS, NOTHING, Scope.READ)))
        .isEqualTo(Denial.INVALID_API_KEY);
  }

  @ParameterizedTest
  @CsvSource({"-30001, false", "-30000, true", "30000, true", "30001, false"})
  void aTimestampMayBeThirtySecondsOff(long offset, boolean isGood) {
    String timestamp = Long.toString(NOW + offset);
    Verdict verdict = get(timestamp);
    assertThat(verdict instanceof Allowed).isEqualTo(isGood);
    if (!isGood) {
      assertThat(why(verdict)).isEqualTo(Denial.OUTSIDE_WINDOW);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1669075200000", "1669075200000.0", "9999999999999999999", " "})
  void aTimestampThatIsNoNumberIsOutsideTheWindow(String timestamp) {
    assertThat(why(get(timestamp))).isEqualTo(Denial.OUTSIDE_WINDOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "PUT", "PATCH"})
  void whatChangesSomethingIsTakenOnce(String method) {
    Credentials given = given(TS, sign(TS + method + ORDERS));
    assertThat(signatures.rest(given, method, ORDERS, NOTHING, Scope.TRADE))
        .isInstanceOf(Allowed.class);
    Verdict again = signatures.rest(given, method, ORDERS, NOTHING, Scope.TRADE);
    assertThat(again)
        .isEqualTo(
            new Denied(
                Denial.REPEATED,
                "Do not send more than 1 request with the same timestamp and signature"));
    assertThat(((Denied) again).status()).isEqualTo(429);
  }

  @Test
  void whatOnlyLooksMayBeRepeated() {
    for (int i = 0; i < 3; i++) {
      assertThat(get(TS)).isInstanceOf(Allowed.class);
    }
  }

  /// Taken at the far end of the window, and sent again at the near end, a minute later.
  @Test
  void aRepeatIsKnownAsLongAsTheWindowIsOpen() {
    String ahead = Long.toString(NOW + 30_000);
    assertThat(post(ahead)).isInstanceOf(Allowed.class);
    now = NOW + 60_000;
    assertThat(why(post(ahead))).isEqualTo(Denial.REPEATED);
    now = NOW + 60_001;
    assertThat(why(post(ahead))).isEqualTo(Denial.OUTSIDE_WINDOW);
  }

  @Test
  void aClockThatGoesBackOpensNoWindowAgain() {
    assertThat(post(TS)).isInstanceOf(Allowed.class);
    now = NOW + 30_002;
    assertThat(post(Long.toString(now))).isInstanceOf(Allowed.class);
    now = NOW;
    assertThat(why(post(TS))).isEqualTo(Denial.FORGOTTEN);
  }

  @Test
  void nothingStampedBeforeTheStartIsTakenButLooked() {
    String before = Long.toString(NOW - 1);
    assertThat(post(before)).isEqualTo(new Denied(Denial.FORGOTTEN, "Slow down"));
    assertThat(get(before)).isInstanceOf(Allowed.class);
    assertThat(post(TS)).isInstanceOf(Allowed.class);
  }

  @Test
  void theWindowShrinksFromBehindWhenTooMuchIsToBeRemembered() {
    signatures = new Signatures(keys, SUBACCOUNTS, () -> now, 30_000, 3);
    for (int i = 0; i < 1_000; i++) {
      now = NOW + i;
      assertThat(post(Long.toString(now))).as("%s", i).isInstanceOf(Allowed.class);
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(why(post(Long.toString(NOW + i))))
          .as("%s", i)
          .isEqualTo(i < 997 ? Denial.FORGOTTEN : Denial.REPEATED);
    }
  }

  @Test
  void twoKeysMaySendTheSameInTheSameMillisecond() throws Exception {
    assertThat(post(TS)).isInstanceOf(Allowed.class);
    issued = keys.create(Grant.toAll(4, TRADER));
    assertThat(post(TS)).isInstanceOf(Allowed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "arb desk, 9",
    "arb%20desk, 9",
    "arb+desk, 9",
    "b, 11",
    "'', 4",
  })
  void aSubaccountIsNamedAsClientsEncodeIt(String header, int account) {
    Credentials given = named(header, sign(TS + "GET" + ORDERS));
    assertThat(signatures.rest(given, "GET", ORDERS, NOTHING, Scope.READ))
        .isEqualTo(new Allowed(new Principal(1, 4, account, TRADER)));
  }

  @Test
  void theNameInALoginIsNotEncoded() {
    String signature = sign(TS + "websocket_login");
    assertThat(why(signatures.login(named("arb+desk", signature))))
        .isEqualTo(Denial.NO_SUCH_SUBACCOUNT);
    now++;
    String later = Long.toString(now);
    Credentials given =
        new Credentials(
            issued.key(), later, sign(later + "websocket_login"), Optional.of("arb desk"));
    assertThat(signatures.login(given)).isEqualTo(new Allowed(new Principal(1, 4, 9, TRADER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "%zz", "%", "main"})
  void aSubaccountThatIsNotThereIsNotFound(String header) {
    Verdict verdict =
        signatures.rest(
            named(header, sign(TS + "GET" + ORDERS)), "GET", ORDERS, NOTHING, Scope.READ);
    assertThat(verdict).isEqualTo(new Denied(Denial.NO_SUCH_SUBACCOUNT, "No such subaccount"));
    assertThat(((Denied) verdict).status()).isEqualTo(404);
  }

  @Test
  void aKeyOfOneSubaccountIsForThatOneAlone() throws Exception {
    issued = keys.create(Grant.bound(4, 9, TRADER));
    String signature = sign(TS + "GET" + ORDERS);
    assertThat(signatures.rest(named("arb%20desk", signature), "GET", ORDERS, NOTHING, Scope.READ))
        .isEqualTo(new Allowed(new Principal(2, 4, 9, TRADER)));
    for (String other : List.of("", "b", "nobody")) {
      Verdict verdict =
          signatures.rest(named(other, signature), "GET", ORDERS, NOTHING, Scope.READ);
      assertThat(verdict)
          .isEqualTo(
              new Denied(Denial.ONE_SUBACCOUNT, "Only have permissions for subaccount *arb desk*"));
      assertThat(((Denied) verdict).status()).isEqualTo(403);
    }
  }

  @Test
  void aKeyOfTheMainAccountIsForNoSubaccount() throws Exception {
    issued = keys.create(Grant.bound(4, 4, TRADER));
    String signature = sign(TS + "GET" + ORDERS);
    assertThat(signatures.rest(named("", signature), "GET", ORDERS, NOTHING, Scope.READ))
        .isEqualTo(new Allowed(new Principal(2, 4, 4, TRADER)));
    assertThat(signatures.rest(named("b", signature), "GET", ORDERS, NOTHING, Scope.READ))
        .isEqualTo(
            new Denied(Denial.NO_SUBACCOUNTS, "Not authorized for subaccount-specific access"));
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void aKeyMayWhatItsScopesSayAndNothingBesides(Scope scope) throws Exception {
    issued = keys.create(Grant.toAll(4, EnumSet.of(scope)));
    String signature = sign(TS + "GET" + ORDERS);
    for (Scope needed : Scope.values()) {
      Verdict verdict = signatures.rest(given(TS, signature), "GET", ORDERS, NOTHING, needed);
      if (needed == scope) {
        assertThat(verdict).isInstanceOf(Allowed.class);
      } else {
        assertThat(why(verdict)).isEqualTo(Denial.lacking(needed));
      }
    }
  }

  @Test
  void whoMayNotTradeIsToldSoInTheWordsOfTheDialect() throws Exception {
    issued = keys.create(Grant.toAll(4, EnumSet.of(Scope.READ)));
    Verdict verdict = post(TS);
    assertThat(verdict)
        .isEqualTo(new Denied(Denial.MAY_NOT_TRADE, "Not approved to trade this product"));
    assertThat(((Denied) verdict).status()).isEqualTo(403);
  }

  @Test
  void credentialsTellALogNothing() {
    assertThat(given(TS, sign(TS)).toString()).isEqualTo("Credentials[subaccount=Optional.empty]");
  }

  private Verdict get(String timestamp) {
    Credentials given = given(timestamp, sign(timestamp + "GET" + ORDERS));
    return signatures.rest(given, "GET", ORDERS, NOTHING, Scope.READ);
  }

  private Verdict post(String timestamp) {
    Credentials given = given(timestamp, sign(timestamp + "POST" + ORDERS + "{}"));
    return signatures.rest(given, "POST", ORDERS, body("{}"), Scope.TRADE);
  }

  private Credentials given(String timestamp, String signature) {
    return new Credentials(issued.key(), timestamp, signature, Optional.empty());
  }

  private Credentials named(String subaccount, String signature) {
    return new Credentials(issued.key(), TS, signature, Optional.of(subaccount));
  }

  private String sign(String message) {
    return sign(issued.secret(), message);
  }

  private static String sign(String secret, String message) {
    return HexFormat.of()
        .formatHex(Hmac.sha256(secret.getBytes(US_ASCII), message.getBytes(UTF_8)));
  }

  private static byte[] body(String text) {
    return text.getBytes(UTF_8);
  }

  private static Denial why(Verdict verdict) {
    return ((Denied) verdict).why();
  }
}
