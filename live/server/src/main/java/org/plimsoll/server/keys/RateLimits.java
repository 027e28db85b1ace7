package org.plimsoll.server.keys;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.plimsoll.server.keys.Verdict.Denied;

/// Says whether somebody sends too much. What is denied costs nothing: it takes no token.
///
/// Times are nanoseconds of a clock that never goes back, from any origin. Any thread may call it.
public final class RateLimits {
  /// How many senders of each kind are remembered, about 10 MB each.
  private static final int KEPT_MAX = 1 << 16;

  private static final int NETWORK_BYTES = 8;
  private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);
  private static final long ORDERS_NS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Buckets<Integer> keys;
  private final Buckets<String> addresses;
  private final Buckets<OnMarket> ordersOnMarket;
  private final Buckets<Integer> orders;

  /// Starts with every bucket full.
  public RateLimits(Rates rates) {
    this(rates, KEPT_MAX);
  }

  RateLimits(Rates rates, int keptMax) {
    keys = new Buckets<>(rates.requestsPerMinuteOfKey(), MINUTE_NS, keptMax);
    addresses = new Buckets<>(rates.requestsPerMinuteOfAddress(), MINUTE_NS, keptMax);
    ordersOnMarket = new Buckets<>(rates.ordersOnMarket(), ORDERS_NS, keptMax);
    orders = new Buckets<>(rates.ordersInAll(), ORDERS_NS, keptMax);
  }

  /// Counts a request by where it comes from, before anything else is known of it.
  ///
  /// @param address of the peer, in digits; what is none is taken by its text
  /// @return why it is too much; nothing if it is not
  public synchronized Optional<Denied> fromAddress(String address, long nowNs) {
    return request(addresses, network(address), nowNs, Denial.TOO_MANY_OF_ADDRESS);
  }

  /// Counts a request whose signature is good.
  ///
  /// @return why it is too much; nothing if it is not
  public synchronized Optional<Denied> byKey(int keyId, long nowNs) {
    return request(keys, keyId, nowNs, Denial.TOO_MANY_OF_KEY);
  }

  /// Returns how many of its requests in a minute an address has used; nothing where there is no
  /// limit.
  public synchronized OptionalInt usedByAddress(String address, long nowNs) {
    return addresses.used(network(address), nowNs);
  }

  /// Returns how many of its requests in a minute a key has used; nothing where there is no limit.
  public synchronized OptionalInt usedByKey(int keyId, long nowNs) {
    return keys.used(keyId, nowNs);
  }

  /// Counts an order that is placed or modified; cancels are free.
  ///
  /// @param owner the number of the owner's main account: all subaccounts count as one
  /// @return why it is too much; nothing if it is not
  public synchronized Optional<Denied> order(int owner, int market, long nowNs) {
    OnMarket onMarket = new OnMarket(owner, market);
    if (!ordersOnMarket.hasRoom(onMarket, nowNs)) {
      return Optional.of(Denial.TOO_MANY_ORDERS_ON_MARKET.denied("" + ordersOnMarket.size()));
    }
    if (!orders.hasRoom(owner, nowNs)) {
      return Optional.of(Denial.TOO_MANY_ORDERS.denied("" + orders.size()));
    }
    ordersOnMarket.take(onMarket, nowNs);
    orders.take(owner, nowNs);
    return Optional.empty();
  }

  private static <K> Optional<Denied> request(
      Buckets<K> buckets, K sender, long nowNs, Denial tooMany) {
    if (!buckets.hasRoom(sender, nowNs)) {
      return Optional.of(tooMany.denied("" + buckets.size()));
    }
    buckets.take(sender, nowNs);
    return Optional.empty();
  }

  /// Of an IPv6 address the half that names a network: whoever has one has all addresses in it.
  private static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      byte[] network = Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES));
      return HexFormat.of().formatHex(network);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private record OnMarket(int owner, int market) {}
}
