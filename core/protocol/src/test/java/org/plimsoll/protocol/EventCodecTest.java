package org.plimsoll.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private static final int RANDOM_STRINGS = 200_000;

  private final EventDecoder decoder = new EventDecoder();

  @Test
  void shouldHaveASampleOfEveryEvent() {
    assertThat(Samples.events().stream().map(Object::getClass).distinct().count())
        .isEqualTo(Samples.records(Event.class).size());
  }

  @Test
  void shouldReadBackEveryEventItWritesInOrder() {
    byte[] encoded = encode(Samples.events());
    EventDecoder.Decoded decoded = decoder.decode(encoded, 0, encoded.length);
    assertThat(decoded.result()).isEqualTo(DecodeResult.OK);
    assertThat(decoded.events()).isEqualTo(Samples.events());
  }

  @Test
  void shouldReadBackEveryReasonThatARefusalCanHave() {
    List<Event> refusals = new ArrayList<>();
    for (RefusalReason reason : RefusalReason.values()) {
      refusals.add(new Event.CommandRefused(reason, Long.MIN_VALUE, Long.MAX_VALUE));
    }
    byte[] encoded = encode(refusals);
    assertThat(decoder.decode(encoded, 0, encoded.length).events()).isEqualTo(refusals);
  }

  @Test
  void shouldRecordEveryCallAsTheEventItMirrors() {
    List<Event> heard = new ArrayList<>();
    EventRecorder recorder = new EventRecorder(heard::add);
    Samples.events().forEach(event -> Samples.tell(recorder, event));
    assertThat(heard).isEqualTo(Samples.events());
  }

  @Test
  void shouldReadWhatIsWholeOfAPrefixAndSayThatTheRestIsNot() {
    List<Event> events = Samples.events();
    byte[] encoded = encode(events);
    int whole = 0;
    int boundary = 0;
    for (int length = 0; length < encoded.length; length++) {
      if (whole < events.size()
          && length == boundary + encode(events.subList(whole, whole + 1)).length) {
        boundary = length;
        whole++;
      }
      EventDecoder.Decoded decoded = decoder.decode(encoded, 0, length);
      assertThat(decoded.events()).isEqualTo(events.subList(0, whole));
      assertThat(decoded.result())
          .isEqualTo(length == boundary ? DecodeResult.OK : DecodeResult.MALFORMED);
    }
  }

  @Test
  void shouldReadEveryMutationOfAByteAsOtherWholeEventsOrNone() {
    byte[] encoded = encode(Samples.events());
    for (int at = 0; at < encoded.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] mutated = encoded.clone();
        mutated[at] = (byte) value;
        assertWholeEvents(mutated);
      }
    }
  }

  @Test
  void shouldReadRandomBytesAsWholeEventsOrNone() {
    SplittableRandom random = new SplittableRandom(2_023);
    int read = 0;
    for (int i = 0; i < RANDOM_STRINGS; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      if (bytes.length > 1 && random.nextInt(4) > 0) {
        bytes[0] = Template.SCHEMA_VERSION;
        bytes[1] = (byte) (0x80 + random.nextInt(0x28));
      }
      read += assertWholeEvents(bytes);
    }
    assertThat(read).isPositive();
  }

  @Test
  void shouldCallAnyOtherLayoutUnknown() {
    byte[] encoded = encode(Samples.events().subList(0, 1));
    encoded[0] = 2;
    for (int length : new int[] {1, 2, encoded.length}) {
      assertThat(decoder.decode(encoded, 0, length).result())
          .isEqualTo(DecodeResult.UNKNOWN_SCHEMA);
    }
  }

  @Test
  void shouldCallATemplateUnknownThatIsNoEvent() {
    byte[] encoded = encode(Samples.events().subList(0, 1));
    for (int template : new int[] {0, 1, Template.CANCEL_ORDER, 0x7F, 0x8F, 255}) {
      encoded[1] = (byte) template;
      assertThat(decoder.decode(encoded, 0, encoded.length).result())
          .isEqualTo(DecodeResult.UNKNOWN_TEMPLATE);
    }
  }

  @Test
  void shouldKeepWhatItWroteUntilItIsCleared() {
    EventEncoder encoder = new EventEncoder();
    for (int i = 0; i < 100; i++) {
      encoder.onCommandSequenced(i, 0, 0);
    }
    assertThat(encoder.length()).isEqualTo(2_200);
    encoder.clear();
    assertThat(encoder.length()).isZero();
  }

  private int assertWholeEvents(byte[] bytes) {
    EventDecoder.Decoded decoded = decoder.decode(bytes, 0, bytes.length);
    byte[] again = encode(decoded.events());
    assertThat(Arrays.copyOf(bytes, again.length)).isEqualTo(again);
    if (decoded.result() == DecodeResult.OK) {
      assertThat(again).hasSameSizeAs(bytes);
    }
    return decoded.events().size();
  }

  private static byte[] encode(List<Event> events) {
    EventEncoder encoder = new EventEncoder();
    events.forEach(event -> Samples.tell(encoder, event));
    return Arrays.copyOf(encoder.bytes(), encoder.length());
  }
}
