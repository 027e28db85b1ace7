package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.USD;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateHash;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;
import org.plimsoll.venue.VenueSnapshot.Reason;
import org.plimsoll.venue.VenueSnapshot.Refused;
import org.plimsoll.venue.VenueSnapshot.Restored;

/// What becomes of snapshots that are not as they were written. That a restored venue goes on as
/// the other would have is a law of `verify/model`.
class VenueSnapshotTest {
  private static final Limits LIMITS = new Limits(5, 8, 2, 4, 3, 5, 100);
  private static final int HASH_AT = 52;

  private final byte[] snapshot = VenueSnapshot.of(busy().venue());

  @Test
  void shouldRestoreWhatItHasWritten() {
    Bench bench = busy();
    byte[] bytes = VenueSnapshot.of(bench.venue());
    Venue restored = ((Restored) restore(bytes)).venue();
    assertThat(restored.view().stateHash()).isEqualTo(bench.view().stateHash());
    assertThat(VenueSnapshot.of(restored)).isEqualTo(bytes);
  }

  @Test
  void shouldRestoreAVenueInWhichNothingHasHappened() {
    Venue empty = new Venue(LIMITS, new EventRecorder(_ -> {}));
    Venue restored = ((Restored) restore(VenueSnapshot.of(empty))).venue();
    assertThat(restored.view().stateHash()).isEqualTo(empty.view().stateHash());
  }

  @Test
  void shouldHaveTheHeaderThatIsDocumented() {
    ByteBuffer header = ByteBuffer.wrap(snapshot).order(ByteOrder.LITTLE_ENDIAN);
    byte[] letters = new byte[8];
    header.get(letters);
    assertThat(letters).asString().isEqualTo("PLIMSNAP");
    assertThat(header.getInt()).isEqualTo(1);
    for (int limit : new int[] {5, 8, 2, 4, 3, 5, 100}) {
      assertThat(header.getInt()).isEqualTo(limit);
    }
    VenueView view = busy().view();
    assertThat(header.getInt()).isEqualTo(view.rules().version());
    assertThat(header.getLong()).isEqualTo(view.sequence());
    assertThat(header.position()).isEqualTo(HASH_AT);
    assertThat(header.getLong()).isEqualTo(view.stateHash());
    assertThat(header.getLong()).isEqualTo(header.remaining());
  }

  @Test
  void shouldSayWhyItRefuses() {
    assertReason(Reason.NOT_A_SNAPSHOT, new byte[0]);
    assertReason(Reason.NOT_A_SNAPSHOT, changed(0));
    assertReason(Reason.UNKNOWN_VERSION, changed(8));
    assertReason(Reason.OTHER_LIMITS, changed(12));
    assertReason(Reason.OTHER_LIMITS, changed(36));
    assertReason(Reason.WRONG_LENGTH, Arrays.copyOf(snapshot, snapshot.length - 1));
    assertReason(Reason.WRONG_LENGTH, Arrays.copyOf(snapshot, snapshot.length + 1));
    assertReason(Reason.WRONG_HASH, changed(HASH_AT));
    assertReason(Reason.WRONG_HASH, changed(snapshot.length - 1));
    assertReason(Reason.MALFORMED, changed(40)); // the rules
    assertReason(Reason.MALFORMED, changed(44)); // the sequence
  }

  @Test
  void shouldRefuseEverySnapshotThatIsCutOff() {
    for (int length = 0; length < snapshot.length; length++) {
      assertThat(restore(Arrays.copyOf(snapshot, length))).isInstanceOf(Refused.class);
    }
  }

  @Test
  void shouldRefuseEverySnapshotInWhichAByteHasChanged() {
    for (int place = 0; place < snapshot.length; place++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] damaged = snapshot.clone();
        damaged[place] ^= (byte) (1 << bit);
        assertThat(restore(damaged))
            .as("bit %s of byte %s", bit, place)
            .isInstanceOf(Refused.class);
      }
    }
  }

  /// With a header that fits, every number is asked whether it can stand in its place. Where it
  /// can, there is a venue, and it is the one that the snapshot tells of.
  @Test
  void shouldNotBreakOnNumbersThatSomebodyElseHasPutThere() {
    SplittableRandom random = new SplittableRandom(3);
    List<Long> numbers = numbers(snapshot);
    long[] others = {-1, 0, 1, 2, 7, 63, 64, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};
    int restored = 0;
    for (int place = 0; place < numbers.size(); place++) {
      for (long other : others) {
        List<Long> changed = new ArrayList<>(numbers);
        changed.set(place, random.nextInt(4) == 0 ? numbers.get(place) + other : other);
        restored += isWholeOrRefused(sealed(changed)) ? 1 : 0;
      }
      List<Long> shorter = new ArrayList<>(numbers);
      shorter.remove(place);
      isWholeOrRefused(sealed(shorter));
    }
    assertThat(restored).isBetween(numbers.size() / 2, numbers.size() * others.length / 2);
  }

  /// A length that nobody has written brings no memory with it.
  @Test
  void shouldNotReachForMemoryThatNothingFills() {
    for (long count : new long[] {1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE}) {
      Limits largest = new Limits(64, 1 << 22, 1 << 16, 1 << 16, 1 << 24, 1 << 24, 1 << 24);
      byte[] bytes = VenueSnapshot.of(new Venue(largest, new EventRecorder(_ -> {})));
      List<Long> numbers = numbers(bytes);
      for (int place = 0; place < 20; place++) {
        List<Long> changed = new ArrayList<>(numbers);
        changed.set(place, count);
        assertThat(
                VenueSnapshot.restore(largest, new EventRecorder(_ -> {}), sealed(bytes, changed)))
            .isInstanceOf(Refused.class);
      }
    }
  }

  private boolean isWholeOrRefused(byte[] bytes) {
    return switch (restore(bytes)) {
      case Refused refused -> {
        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
        yield false;
      }
      case Restored(Venue venue) -> {
        assertThat(VenueSnapshot.of(venue)).isEqualTo(bytes);
        yield true;
      }
    };
  }

  private static VenueSnapshot.Restoration restore(byte[] bytes) {
    return VenueSnapshot.restore(LIMITS, new EventRecorder(_ -> {}), bytes);
  }

  private void assertReason(Reason reason, byte[] bytes) {
    assertThat(restore(bytes))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private byte[] changed(int place) {
    byte[] bytes = snapshot.clone();
    bytes[place] ^= 1;
    return bytes;
  }

  private static List<Long> numbers(byte[] snapshot) {
    List<Long> numbers = new ArrayList<>();
    StateSource source = new StateSource(snapshot, SnapshotHeader.LENGTH);
    while (!source.isAtEnd()) {
      numbers.add(source.number());
    }
    return numbers;
  }

  private byte[] sealed(List<Long> numbers) {
    return sealed(snapshot, numbers);
  }

  /// Returns a snapshot of other numbers, with the header that fits them.
  private static byte[] sealed(byte[] like, List<Long> numbers) {
    StateWriter writer = new StateWriter(SnapshotHeader.LENGTH);
    StateHash hash = new StateHash();
    for (long number : numbers) {
      writer.add(number);
      hash.add(number);
    }
    byte[] bytes = writer.toBytes();
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header
        .put(like, 0, HASH_AT)
        .putLong(hash.value())
        .putLong(bytes.length - SnapshotHeader.LENGTH);
    return bytes;
  }

  /// A venue with something of everything.
  private static Bench busy() {
    Bench bench = Bench.listed(LIMITS, 5).charging();
    for (int account = 0; account < 4; account++) {
      bench.deposit(account, USD, 100_000 * Bench.DOLLAR);
      bench.deposit(account, BTC, 2 * Bench.BITCOIN);
      bench.deposit(account, FTT, 500 * Bench.TOKEN);
    }
    bench.applied(new DefineAsset(3, "BULL", 6, 1_000_000_000_000L));
    bench.applied(
        new ListFuture(
            2,
            "BTC-PERP",
            BTC,
            1_000_000_000,
            1_000_000,
            0,
            2_000_000,
            1_000_000_000,
            1_000_000_000,
            100_000));
    bench.applied(new ListLeveragedToken(3, LeveragedTokenKind.BULL, 4, 2, 1_000_000_000, 10));
    bench.applied(new SetExchangeToken(FTT, 1, 3, 0, 9_000, 1, 1, 7, 60, 9));
    bench.applied(new SetLiquidationProfile(LiquidationProfile.FTX_2022, "why", "one", "two"));
    bench.applied(new PledgeBackstop(2, 5, 60));
    bench.applied(new GrantPrivilege(1, Privilege.ALLOW_NEGATIVE, 5, "why", "one", "two"));
    bench.applied(
        new AnnounceWeight(FTT, 900_000_000, 2 * 86_400_000_000_000L, 100_000, "r", "a", "b"));
    bench.applied(new OfferLending(0, BTC, 1_000, 5));
    bench.applied(new OfferLending(1, BTC, 1_000, 4));
    bench.applied(new OfferQuote(1, 0, 1, USD, BTC, 20, 1, 9_000_000_000_000L));
    for (int market = 0; market < 3; market += 2) {
      bench.applied(new PlaceLimitOrder(0, market, Side.SELL, 20_000, 5));
      bench.applied(new PlaceLimitOrder(1, market, Side.BUY, 20_000, 2));
      bench.applied(new PlaceLimitOrder(1, market, Side.BUY, 19_000, 2));
      bench.applied(new PlaceLimitOrder(2, market, Side.BUY, 18_000, 2));
    }
    bench.applied(Bench.named(2, 0, 77));
    bench.applied(new ClockCommand.AdvanceTime(3_700_000_000_000L, 11));
    bench.applied(new ClockCommand.AdvanceTime(3_800_000_000_000L, 12));
    for (TriggerKind kind : TriggerKind.values()) {
      bench.send(new PlaceTrigger(0, 0, kind, Side.SELL, 100, 0, 1, false));
      bench.send(new PlaceTrigger(1, 2, kind, Side.BUY, 30_000, 0, 1, false));
    }
    return bench;
  }
}
