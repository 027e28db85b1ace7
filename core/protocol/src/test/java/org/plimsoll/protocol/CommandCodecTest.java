package org.plimsoll.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

class CommandCodecTest {
  private static final int RANDOM_STRINGS = 200_000;

  private final CommandDispatcher dispatcher = new CommandDispatcher();

  @Test
  void shouldHaveASampleOfEveryCommand() {
    assertThat(Samples.commands().stream().map(Object::getClass).distinct().count())
        .isEqualTo(Samples.records(Command.class).size());
  }

  @Test
  void shouldReadBackEveryCommandItWrites() {
    for (Command command : Samples.commands()) {
      Request request = new Request(0x0A0B0C0D, 0x1112131415161718L, command);
      assertThat(read(Samples.encode(request))).containsExactly(request);
    }
  }

  @Test
  void shouldReadBackParametersThatTheVenueWillRefuse() {
    for (int decimals : new int[] {-1, 10, 255, 256, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Request request = new Request(0, 1, new ListingCommand.DefineAsset(0, "X", decimals, -1));
      assertThat(read(Samples.encode(request))).containsExactly(request);
    }
  }

  @Test
  void shouldReadACommandInTheMiddleOfOtherBytes() {
    Request request = new Request(1, 2, Samples.commands().get(4));
    byte[] encoded = Samples.encode(request);
    byte[] surrounded = new byte[encoded.length + 20];
    Arrays.fill(surrounded, (byte) 0x5A);
    System.arraycopy(encoded, 0, surrounded, 7, encoded.length);
    CommandRecorder recorder = new CommandRecorder();
    assertThat(dispatcher.dispatch(surrounded, 7, encoded.length, recorder))
        .isEqualTo(DecodeResult.OK);
    assertThat(recorder.requests()).containsExactly(request);
  }

  @Test
  void shouldDeliverNothingOfAnyPrefix() {
    for (Command command : Samples.commands()) {
      byte[] encoded = Samples.encode(new Request(1, 2, command));
      for (int length = 0; length < encoded.length; length++) {
        CommandRecorder recorder = new CommandRecorder();
        assertThat(dispatcher.dispatch(encoded, 0, length, recorder))
            .as("%s cut to %s bytes", command, length)
            .isEqualTo(DecodeResult.MALFORMED);
        assertThat(recorder.requests()).isEmpty();
      }
    }
  }

  @Test
  void shouldRefuseACommandWithAByteTooMany() {
    for (Command command : Samples.commands()) {
      byte[] encoded = Samples.encode(new Request(1, 2, command));
      assertThat(read(Arrays.copyOf(encoded, encoded.length + 1))).isEmpty();
    }
  }

  @Test
  void shouldReadEveryMutationOfAByteAsAnotherWholeCommandOrNone() {
    int delivered = 0;
    for (Command command : Samples.commands()) {
      byte[] encoded = Samples.encode(new Request(1, 2, command));
      for (int at = 0; at < encoded.length; at++) {
        for (int value = 0; value < 256; value++) {
          byte[] mutated = encoded.clone();
          mutated[at] = (byte) value;
          delivered += assertWholeOrNothing(mutated);
        }
      }
    }
    assertThat(delivered).isPositive();
  }

  @Test
  void shouldReadRandomBytesAsAWholeCommandOrNone() {
    SplittableRandom random = new SplittableRandom(2_022);
    int delivered = 0;
    for (int i = 0; i < RANDOM_STRINGS; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      if (bytes.length > 1 && random.nextInt(4) > 0) {
        bytes[0] = Template.SCHEMA_VERSION;
        bytes[1] = (byte) random.nextInt(0x50);
      }
      delivered += assertWholeOrNothing(bytes);
    }
    assertThat(delivered).isPositive();
  }

  @Test
  void shouldCallAnyOtherLayoutUnknownHoweverItGoesOn() {
    byte[] encoded = Samples.encode(new Request(1, 2, Samples.commands().get(0)));
    for (int schema = 0; schema < 256; schema++) {
      if (schema != Template.SCHEMA_VERSION) {
        encoded[0] = (byte) schema;
        for (int length : new int[] {1, 5, encoded.length}) {
          assertThat(dispatcher.dispatch(encoded, 0, length, new CommandRecorder()))
              .isEqualTo(DecodeResult.UNKNOWN_SCHEMA);
        }
      }
    }
  }

  @Test
  void shouldCallAnyOtherTemplateUnknown() {
    byte[] encoded = Samples.encode(new Request(1, 2, Samples.commands().get(0)));
    for (int template = 0; template < 256; template++) {
      encoded[1] = (byte) template;
      boolean isOrder = template >= Template.PLACE_LIMIT_ORDER && template <= Template.AMEND_ORDER;
      boolean isKnown = isOrder || RecordTemplates.command(template) != null;
      DecodeResult result = dispatcher.dispatch(encoded, 0, encoded.length, new CommandRecorder());
      assertThat(result == DecodeResult.UNKNOWN_TEMPLATE).isEqualTo(!isKnown);
    }
  }

  @Test
  void shouldDeliverNoCommandThatItsHandlerDoesNotWant() {
    for (Command command : Samples.commands()) {
      Unwilling handler = new Unwilling();
      byte[] encoded = Samples.encode(new Request(3, 4, command));
      assertThat(dispatcher.dispatch(encoded, 0, encoded.length, handler))
          .isEqualTo(DecodeResult.OK);
      new Request(5, 6, command).deliverTo(handler);
      assertThat(handler.begun).containsExactly("3 4", "5 6");
    }
  }

  @Test
  void shouldGiveTheNextCommandNothingOfTheLast() {
    CommandEncoder encoder = new CommandEncoder();
    for (Command command : Samples.commands()) {
      Request request = new Request(1, 2, command);
      request.deliverTo(encoder);
      assertThat(Arrays.copyOf(encoder.bytes(), encoder.length()))
          .isEqualTo(Samples.encode(request));
    }
  }

  @Test
  void shouldTakeNamesOf1To32PlainCharactersAndNoOthers() {
    assertThat(Name.isValid("a".repeat(Name.LENGTH_MAX))).isTrue();
    assertThat(Name.isValid("AZaz09._-/:")).isTrue();
    for (String bad :
        List.of("", "a".repeat(33), "a b", "é", "a\n", "\u0000", "a,b", "@", "[", "`", "{", ";")) {
      assertThat(Name.isValid(bad)).as(bad).isFalse();
      assertThatThrownBy(() -> new AccountCommand.OpenAccount(0, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void shouldTakeTextsOf1To64PrintableCharactersAndNoOthers() {
    StringBuilder printable = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      printable.append(c);
    }
    assertThat(OrderText.isValid(printable.substring(0, OrderText.LENGTH_MAX))).isTrue();
    assertThat(OrderText.isValid(printable.substring(OrderText.LENGTH_MAX))).isTrue();
    for (String bad : List.of("", "a".repeat(65), "a\n", "\t", "\u0000", "\u007f", "é")) {
      assertThat(OrderText.isValid(bad)).as(bad).isFalse();
      assertThatThrownBy(() -> new OrderText(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void shouldRefuseBytesThatAreNoText() {
    OrderText text = new OrderText("ab");
    byte[] encoded =
        Samples.encode(new Request(1, 2, new TradingCommand.NoteClientOrder(0, 1, text)));
    assertWholeOrNothing(encoded);
    for (int bad : new int[] {0, '\n', 0x7F, 0x80, 0xFF}) {
      encoded[encoded.length - 1] = (byte) bad;
      assertThat(dispatcher.dispatch(encoded, 0, encoded.length, new CommandRecorder()))
          .isEqualTo(DecodeResult.MALFORMED);
    }
  }

  private int assertWholeOrNothing(byte[] bytes) {
    CommandRecorder recorder = new CommandRecorder();
    DecodeResult result = dispatcher.dispatch(bytes, 0, bytes.length, recorder);
    if (result == DecodeResult.OK) {
      assertThat(recorder.requests()).hasSize(1);
      assertThat(Samples.encode(recorder.requests().getFirst())).isEqualTo(bytes);
      return 1;
    }
    assertThat(recorder.requests()).isEmpty();
    return 0;
  }

  private List<Request> read(byte[] bytes) {
    CommandRecorder recorder = new CommandRecorder();
    dispatcher.dispatch(bytes, 0, bytes.length, recorder);
    return recorder.requests();
  }

  /// Wants no command, and fails the test when it gets one.
  private static final class Unwilling implements CommandHandler {
    private final List<String> begun = new ArrayList<>();

    @Override
    public boolean begin(int client, long clientSequence) {
      begun.add(client + " " + clientSequence);
      return false;
    }

    @Override
    public void onDesk(DeskCommand command) {
      fail();
    }

    @Override
    public void onPlaceLimitOrder(
        int account,
        int market,
        Side side,
        long priceTicks,
        long quantityLots,
        TimeInForce timeInForce,
        long clientOrder,
        boolean isReduceOnly) {
      fail();
    }

    @Override
    public void onPlaceMarketOrder(
        int account,
        int market,
        Side side,
        long quantityLots,
        long clientOrder,
        boolean isReduceOnly) {
      fail();
    }

    @Override
    public void onCancelOrder(int account, int market, long order) {
      fail();
    }

    @Override
    public void onCancelClientOrder(int account, long clientOrder) {
      fail();
    }

    @Override
    public void onAmendOrder(
        int account, int market, long order, long priceTicks, long quantityLots, long clientOrder) {
      fail();
    }

    @Override
    public void end() {
      fail();
    }

    private static void fail() {
      throw new AssertionError("a command was delivered that was not wanted");
    }
  }
}
