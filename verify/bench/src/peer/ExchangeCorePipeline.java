import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.L2MarketData;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.api.ApiCancelOrder;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.ApiMoveOrder;
import exchange.core2.core.common.api.ApiPlaceOrder;
import exchange.core2.core.common.api.ApiReduceOrder;
import exchange.core2.core.common.api.binary.BatchAddSymbolsCommand;
import exchange.core2.core.common.api.reports.TotalCurrencyBalanceReportQuery;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.common.config.ReportsQueriesConfiguration;
import exchange.core2.core.common.config.SerializationConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.processors.journaling.DiskSerializationProcessor;
import exchange.core2.core.processors.journaling.DiskSerializationProcessorConfiguration;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * exchange-core 0.5.3, its whole pipeline with its journal, over a recorded stream. It runs under
 * JDK 17 and knows nothing of this project's classes. For every line that it reads it makes one
 * pass over a fresh exchange and answers with one line: its commands in a second, trades, fingerprint.
 */
final class ExchangeCorePipeline {
  private static final int SYMBOL = 1;
  private static final int CURRENCY = 2;
  private static final long AMPLE = 1_000_000_000_000_000L;
  private static final int ALL = -1;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Trades trades = new Trades();
  private final ExchangeCore core;
  private final ExchangeApi api;

  private ExchangeCorePipeline(String folder) {
    core =
        ExchangeCore.builder()
            .resultsConsumer((command, sequence) -> trades.hear(command))
            .exchangeConfiguration(
                ExchangeConfiguration.defaultBuilder()
                    .initStateCfg(InitialStateConfiguration.cleanStartJournaling("contest"))
                    .performanceCfg(performance())
                    .reportsQueriesCfg(ReportsQueriesConfiguration.createStandardConfig())
                    .ordersProcessingCfg(OrdersProcessingConfiguration.DEFAULT)
                    .loggingCfg(LoggingConfiguration.DEFAULT)
                    .serializationCfg(journaling(folder))
                    .build())
            .build();
    core.startup();
    api = core.getApi();
  }

  public static void main(String... arguments) {
    try {
      playForEveryFolder(Path.of(arguments[0]));
    } catch (Throwable failure) {
      failure.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void playForEveryFolder(Path file) throws IOException {
    Stream stream = Stream.read(file);
    BufferedReader folders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String folder = folders.readLine(); folder != null; folder = folders.readLine()) {
      System.out.println(new ExchangeCorePipeline(folder).play(stream));
    }
  }

  private static PerformanceConfiguration performance() {
    return PerformanceConfiguration.baseBuilder()
        .ringBufferSize(Integer.getInteger("ring"))
        .msgsInGroupLimit(Integer.getInteger("group"))
        .waitStrategy(CoreWaitStrategy.YIELDING)
        .orderBookFactory(OrderBookDirectImpl::new)
        .build();
  }

  private static SerializationConfiguration journaling(String folder) {
    DiskSerializationProcessorConfiguration usual =
        DiskSerializationProcessorConfiguration.createDefaultConfig();
    return SerializationConfiguration.builder()
        .enableJournaling(true)
        .serializationProcessorFactory(
            exchange ->
                new DiskSerializationProcessor(
                    exchange,
                    DiskSerializationProcessorConfiguration.builder()
                        .storageFolder(folder)
                        .snapshotLz4CompressorFactory(usual.getSnapshotLz4CompressorFactory())
                        .journalFileMaxSize(usual.getJournalFileMaxSize())
                        .journalBufferSize(usual.getJournalBufferSize())
                        .journalBatchCompressThreshold(usual.getJournalBatchCompressThreshold())
                        .journalLz4CompressorFactory(usual.getJournalLz4CompressorFactory())
                        .build()))
        .build();
  }

  private String play(Stream stream) {
    open(stream.accounts);
    api.submitCommandsSync(stream.prefill);
    long startNs = System.nanoTime();
    api.submitCommandsSync(stream.timed);
    long takenNs = System.nanoTime() - startNs;
    requireZeroSums();
    long resting = resting();
    core.shutdown();
    double rate = stream.timed.size() * NANOS_PER_SECOND / takenNs;
    return rate + " " + trades.count + " " + trades.fingerprint(resting);
  }

  private void open(int accounts) {
    CoreSymbolSpecification future =
        CoreSymbolSpecification.builder()
            .symbolId(SYMBOL)
            .type(SymbolType.FUTURES_CONTRACT)
            .baseCurrency(1)
            .quoteCurrency(CURRENCY)
            .baseScaleK(1)
            .quoteScaleK(1)
            .marginBuy(1)
            .marginSell(1)
            .build();
    if (api.submitBinaryDataAsync(new BatchAddSymbolsCommand(future)).join()
        != CommandResultCode.SUCCESS) {
      throw new IllegalStateException("the symbol was refused");
    }
    List<ApiCommand> commands = new ArrayList<>();
    for (int account = 0; account < accounts; account++) {
      commands.add(ApiAddUser.builder().uid(account + 1).build());
      commands.add(
          ApiAdjustUserBalance.builder()
              .uid(account + 1)
              .transactionId(1)
              .currency(CURRENCY)
              .amount(AMPLE)
              .build());
    }
    api.submitCommandsSync(commands);
  }

  private void requireZeroSums() {
    if (!api.processReport(new TotalCurrencyBalanceReportQuery(), 1)
        .join()
        .isGlobalBalancesAllZero()) {
      throw new IllegalStateException("the balances do not sum to zero");
    }
  }

  private long resting() {
    L2MarketData book = api.requestOrderBookAsync(SYMBOL, ALL).join();
    return Arrays.stream(book.askOrders, 0, book.askSize).sum()
        + Arrays.stream(book.bidOrders, 0, book.bidSize).sum();
  }

  /** The trades that the results tell of, by the same fingerprint as this project's. */
  private static final class Trades {
    private long count;
    private long lots;
    private long hash = SEED;
    private static final long SEED = 0x506C696D736F6C6CL;
    private static final long MULTIPLIER = 0xD6E8FEB86659FD93L;

    void hear(OrderCommand command) {
      if (command.command == OrderCommandType.SHUTDOWN_SIGNAL) {
        return;
      }
      if (command.resultCode != CommandResultCode.SUCCESS
          && command.resultCode != CommandResultCode.ACCEPTED) {
        System.err.println("refused: " + command);
        Runtime.getRuntime().halt(1);
      }
      for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
        if (event.eventType == MatcherEventType.TRADE) {
          count++;
          lots += event.size;
          hash = add(hash, event.matchedOrderId);
          hash = add(hash, command.orderId);
          hash = add(hash, event.price);
          hash = add(hash, event.size);
        }
      }
    }

    long fingerprint(long resting) {
      return add(add(add(add(SEED, hash), count), lots), resting);
    }

    private static long add(long hash, long value) {
      long mixed = hash ^ value;
      mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
      mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
      return mixed ^ mixed >>> 32;
    }
  }

  /** A recorded stream as this peer's commands. */
  private static final class Stream {
    private final List<ApiCommand> prefill = new ArrayList<>();
    private final List<ApiCommand> timed = new ArrayList<>();
    private final int accounts;

    private Stream(int accounts) {
      this.accounts = accounts;
    }

    static Stream read(Path file) throws IOException {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        Stream stream = new Stream(in.readInt());
        int prefill = in.readInt();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
          stream.add(in, i < prefill ? stream.prefill : stream.timed);
        }
        return stream;
      }
    }

    private void add(DataInputStream in, List<ApiCommand> to) throws IOException {
      int kind = in.readByte();
      OrderAction side = in.readBoolean() ? OrderAction.BID : OrderAction.ASK;
      int order = in.readInt();
      int uid = in.readInt() + 1;
      long price = in.readLong();
      long size = in.readLong();
      in.readLong();
      switch (kind) {
        case 0 -> to.add(place(order, uid, side, price, size, OrderType.GTC));
        case 1 -> to.add(place(order, uid, side, price, size, OrderType.IOC));
        case 2 -> to.add(ApiCancelOrder.builder().orderId(order).uid(uid).symbol(SYMBOL).build());
        case 3 -> {
          to.add(reduce(order, uid, size));
          to.add(move(order, uid, price));
        }
        default -> to.add(move(order, uid, price));
      }
    }

    private static ApiCommand place(
        int order, int uid, OrderAction side, long price, long size, OrderType type) {
      return ApiPlaceOrder.builder()
          .orderId(order)
          .uid(uid)
          .symbol(SYMBOL)
          .action(side)
          .price(price)
          .reservePrice(price)
          .size(size)
          .orderType(type)
          .build();
    }

    private static ApiCommand move(int order, int uid, long price) {
      return ApiMoveOrder.builder().orderId(order).uid(uid).symbol(SYMBOL).newPrice(price).build();
    }

    private static ApiCommand reduce(int order, int uid, long lots) {
      return ApiReduceOrder.builder()
          .orderId(order)
          .uid(uid)
          .symbol(SYMBOL)
          .reduceSize(lots)
          .build();
    }
  }
}
