package org.plimsoll.server.fault;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What goes wrong for clients, and how often. A call has at most one fate, and a lag besides.
///
/// @param lagFromMs the shortest lag of a call, in milliseconds
/// @param lagToMs the longest; all between are as likely
/// @param dropBefore the part of calls whose connection is dropped before anything is done
/// @param dropAfter the part of calls that are done, and whose answer is lost
/// @param error what some calls are answered with though nothing is done
/// @param errorRate the part of calls that are
/// @param seed of the random numbers
public record FaultPlan(
    int lagFromMs,
    int lagToMs,
    double dropBefore,
    double dropAfter,
    Failure error,
    double errorRate,
    long seed) {
  /// Nothing goes wrong.
  public static final FaultPlan NONE = new FaultPlan(0, 0, 0, 0, Failure.RETRY, 0, 1);

  private static final int LAG_MAX_MS = 60_000;
  private static final Pattern LAG =
      Pattern.compile("([0-9]{1,5})(ms|s)(?:\\.\\.([0-9]{1,5})(ms|s))?");
  private static final Pattern RATE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)%");
  private static final Pattern STATUS = Pattern.compile("([0-9]{3})@(.+)");

  /// A status of the old exchange with the text that clients match on.
  public enum Failure {
    /// Too many requests.
    SLOW_DOWN(429, "Slow down"),
    /// Something broke inside.
    INTERNAL(500, "Internal Error"),
    /// The exchange is too busy.
    RETRY(503, "Please retry request");

    private final int status;
    private final String text;

    Failure(int status, String text) {
      this.status = status;
      this.text = text;
    }

    int status() {
      return status;
    }

    String text() {
      return text;
    }
  }

  /// Checks.
  ///
  /// @throws IllegalArgumentException if the lags or the rates make no sense
  public FaultPlan {
    if (lagFromMs < 0 || lagFromMs > lagToMs || lagToMs > LAG_MAX_MS) {
      throw new IllegalArgumentException(
          "lag: "
              + lagFromMs
              + "ms.."
              + lagToMs
              + "ms is none; give 0ms to 60s, the smaller first");
    }
    if (dropBefore + dropAfter + errorRate > 1) {
      throw new IllegalArgumentException(
          "drops and statuses together are more than all calls there are");
    }
  }

  /// Reads a plan such as `lag=50ms..200ms,drop=1%,status=503@1%`.
  ///
  /// `lag=A` or `lag=A..B`; `drop-before=P` and `drop-after=P`, or `drop=P`, which is half of each;
  /// `status=S@P` with 429, 500 or 503; `seed=N`. Each at most once.
  ///
  /// @throws IllegalArgumentException if a part of the text is no part of a plan; it names the part
  public static FaultPlan of(String text) {
    FaultPlan plan = NONE;
    Set<String> said = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (!said.add(name)) {
        throw new IllegalArgumentException(name + " is said twice");
      }
      plan = plan.with(name, equals < 0 ? "" : part.substring(equals + 1));
    }
    if (said.contains("drop") && (said.contains("drop-before") || said.contains("drop-after"))) {
      throw new IllegalArgumentException("drop is half of drop-before and half of drop-after");
    }
    return plan;
  }

  private FaultPlan with(String name, String value) {
    return switch (name) {
      case "lag" -> lag(value);
      case "drop" -> drops(rate(name, value) / 2, rate(name, value) / 2);
      case "drop-before" -> drops(rate(name, value), dropAfter);
      case "drop-after" -> drops(dropBefore, rate(name, value));
      case "status" -> status(value);
      case "seed" -> seed(value);
      default ->
          throw new IllegalArgumentException(
              "'"
                  + name
                  + "' is no fault; there are lag, drop, drop-before, drop-after, status, seed");
    };
  }

  private FaultPlan lag(String value) {
    Matcher lag = matched(LAG, "lag", value, "50ms, or 50ms..200ms");
    int from = milliseconds(lag.group(1), lag.group(2));
    int to = lag.group(3) == null ? from : milliseconds(lag.group(3), lag.group(4));
    return new FaultPlan(from, to, dropBefore, dropAfter, error, errorRate, seed);
  }

  private static int milliseconds(String number, String unit) {
    return Integer.parseInt(number) * (unit.equals("s") ? 1_000 : 1);
  }

  private FaultPlan drops(double before, double after) {
    return new FaultPlan(lagFromMs, lagToMs, before, after, error, errorRate, seed);
  }

  private FaultPlan status(String value) {
    Matcher status = matched(STATUS, "status", value, "503@1%");
    Failure meant =
        List.of(Failure.values()).stream()
            .filter(each -> Integer.toString(each.status).equals(status.group(1)))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "status: " + status.group(1) + " is none; there are 429, 500, 503"));
    double part = rate("status", status.group(2));
    return new FaultPlan(lagFromMs, lagToMs, dropBefore, dropAfter, meant, part, seed);
  }

  private FaultPlan seed(String value) {
    Matcher number = matched(Pattern.compile("[0-9]{1,18}"), "seed", value, "7");
    long other = Long.parseLong(number.group());
    return new FaultPlan(lagFromMs, lagToMs, dropBefore, dropAfter, error, errorRate, other);
  }

  private static double rate(String name, String value) {
    Matcher rate = matched(RATE, name, value, "1%");
    return new BigDecimal(rate.group(1)).movePointLeft(2).doubleValue();
  }

  private static Matcher matched(Pattern pattern, String name, String value, String example) {
    Matcher matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          name + ": '" + value + "' makes no sense here; write it as " + name + "=" + example);
    }
    return matcher;
  }
}
