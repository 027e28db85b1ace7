package org.plimsoll.solvency.attribution;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A change of wealth in named parts: holding, trading, and flows by cause. Exact.
///
/// Derivation: `q0 (p1 - p0)` on what was held, `dq (p1 - p)` on what was traded or delivered at
/// `p`, and every flow at its value. The parts add up to the change of wealth without a remainder,
/// so that nothing can be called unexplained.
///
/// @param change of wealth from valuation to valuation
/// @param holdingGain on what was held at the start
/// @param tradingGain on what was traded since, at the closing price
/// @param deliveryGain on what was delivered since, at the closing price
/// @param flows what came and went by cause, in the order of the causes
public record Explanation(
    BigDecimal change,
    BigDecimal holdingGain,
    BigDecimal tradingGain,
    BigDecimal deliveryGain,
    SortedMap<FlowCause, BigDecimal> flows) {
  /// No change.
  public static final Explanation NONE =
      new Explanation(
          BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, new TreeMap<>());

  /// Takes a copy.
  public Explanation {
    flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
  }

  /// Explains one asset's period.
  public static Explanation of(AssetPeriod period) {
    BigDecimal closing = period.closingPrice();
    BigDecimal trading = BigDecimal.ZERO;
    BigDecimal delivery = BigDecimal.ZERO;
    SortedMap<FlowCause, BigDecimal> flows = new TreeMap<>();
    for (Movement movement : period.movements()) {
      switch (movement) {
        case Movement.Trade(BigDecimal units, BigDecimal price) ->
            trading = trading.add(units.multiply(closing.subtract(price)));
        case Movement.Payment(FlowCause cause, BigDecimal amount) ->
            flows.merge(cause, amount, BigDecimal::add);
        case Movement.Delivery(FlowCause cause, BigDecimal units, BigDecimal price) -> {
          delivery = delivery.add(units.multiply(closing.subtract(price)));
          flows.merge(cause, units.multiply(price), BigDecimal::add);
        }
      }
    }
    BigDecimal move = closing.subtract(period.openingPrice());
    BigDecimal holding = period.openingQuantity().multiply(move);
    return new Explanation(period.change(), holding, trading, delivery, flows);
  }

  /// Returns the explanation of both changes together.
  public Explanation plus(Explanation other) {
    SortedMap<FlowCause, BigDecimal> both = new TreeMap<>(flows);
    other.flows.forEach((cause, amount) -> both.merge(cause, amount, BigDecimal::add));
    return new Explanation(
        change.add(other.change),
        holdingGain.add(other.holdingGain),
        tradingGain.add(other.tradingGain),
        deliveryGain.add(other.deliveryGain),
        both);
  }

  /// Returns the change less all parts: zero, or the ledger is wrong.
  public BigDecimal residual() {
    BigDecimal gains = holdingGain.add(tradingGain).add(deliveryGain);
    BigDecimal flown = flows.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return change.subtract(gains).subtract(flown);
  }
}
