package org.plimsoll.ecosystem.agent.depositor;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldListener;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// How many dollars a whole cohort has brought by now, had everybody brought his share at once.
final class ArrivalFlow implements WorldListener {
  private static final double DAY_NS = 86_400e9;
  private static final double RETURN_MEMORY_DAYS = 90;

  private final ArrivalTerms terms;
  private final int dollar;
  private final double dollarUnit;
  private final long[] startsNs;
  private final long[] endsNs;
  private double brought;
  private double brand;
  private double slowPrice;
  private long lastNs;

  ArrivalFlow(ArrivalTerms terms, int dollar, double dollarUnit, long startNs) {
    this.terms = terms;
    this.dollar = dollar;
    this.dollarUnit = dollarUnit;
    lastNs = startNs;
    startsNs = terms.months().stream().mapToLong(each -> start(each.month(), 0)).toArray();
    endsNs = terms.months().stream().mapToLong(each -> start(each.month(), 1)).toArray();
  }

  private static long start(String month, int later) {
    try {
      return YearMonth.parse(month)
              .plusMonths(later)
              .atDay(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toEpochSecond()
          * 1_000_000_000L;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("months: " + month + " is no month like 2021-03", e);
    }
  }

  /// Hears what is spent on brands: advertisements are seen by everybody.
  @Override
  public void onTransfer(WorldCause cause, int instrument, int from, int to, long amount) {
    if (cause == WorldCause.BRAND_SPENDING && instrument == dollar) {
      brand += amount / dollarUnit * terms.dollarsPerBrandDollar();
    }
  }

  /// Returns the dollars brought since the beginning.
  ///
  /// @param price of the coin whose returns attract, 0 if there is none
  double brought(long nowNs, double price) {
    double days = (nowNs - lastNs) / DAY_NS;
    double calm = 0;
    for (int month = 0; month < startsNs.length; month++) {
      double shared =
          Math.max(0, Math.min(nowNs, endsNs[month]) - Math.max(lastNs, startsNs[month]));
      calm += terms.months().get(month).dollars() * shared / (endsNs[month] - startsNs[month]);
    }
    double comes = brand == 0 ? 0 : brand * -StrictMath.expm1(-days / terms.brandMemoryDays());
    brand -= comes;
    brought += calm * attraction(price, days) + comes;
    lastNs = nowNs;
    return brought;
  }

  private double attraction(double price, double days) {
    if (price <= 0 || terms.returnElasticity() == 0) {
      return 1;
    }
    slowPrice += slowPrice == 0 ? price : 0;
    slowPrice += -StrictMath.expm1(-days / RETURN_MEMORY_DAYS) * (price - slowPrice);
    return StrictMath.pow(price / slowPrice, terms.returnElasticity());
  }

  void writeTo(StateSink sink) {
    for (double each : new double[] {brought, brand, slowPrice}) {
      sink.add(Double.doubleToRawLongBits(each));
    }
    sink.add(lastNs);
  }

  void readFrom(StateSource source) {
    brought = Double.longBitsToDouble(source.number());
    brand = Double.longBitsToDouble(source.number());
    slowPrice = Double.longBitsToDouble(source.number());
    lastNs = source.number();
  }
}
