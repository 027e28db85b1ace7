package org.plimsoll.report;

/// Computes what a page prints: decimals with grouped digits, `+ - × /`, brackets, and the
/// functions `ln`, `exp`, `sqrt`, `min` and `max`.
final class Arithmetic {
  private final String text;
  private int at;

  private Arithmetic(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException if the text is no arithmetic
  static double of(String text) {
    Arithmetic reader = new Arithmetic(text);
    double value = reader.sum();
    if (reader.at != text.length()) {
      throw new IllegalArgumentException("no arithmetic from " + reader.at + ": " + text);
    }
    return value;
  }

  private double sum() {
    double value = product();
    while (true) {
      if (takes(" + ")) {
        value += product();
      } else if (takes(" - ")) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = factor();
    while (true) {
      if (takes(" × ")) {
        value *= factor();
      } else if (takes(" / ")) {
        value /= factor();
      } else {
        return value;
      }
    }
  }

  private double factor() {
    if (takes("-")) {
      return -factor();
    }
    if (takes("(")) {
      return closed(sum());
    }
    if (takes("ln(")) {
      return closed(Math.log(sum()));
    }
    if (takes("exp(")) {
      return closed(Math.exp(sum()));
    }
    if (takes("sqrt(")) {
      return closed(Math.sqrt(sum()));
    }
    if (takes("min(")) {
      return closed(listed(Double.POSITIVE_INFINITY, true));
    }
    return takes("max(") ? closed(listed(Double.NEGATIVE_INFINITY, false)) : number();
  }

  private double listed(double first, boolean least) {
    double best = first;
    do {
      double next = sum();
      best = least ? Math.min(best, next) : Math.max(best, next);
    } while (takes(", "));
    return best;
  }

  private double closed(double value) {
    if (!takes(")")) {
      throw new IllegalArgumentException("no bracket at " + at + ": " + text);
    }
    return value;
  }

  private double number() {
    int from = at;
    while (at < text.length() && isDigit(at)) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at).replace(",", ""));
  }

  private boolean isDigit(int index) {
    char each = text.charAt(index);
    boolean groups =
        each == ',' && index + 1 < text.length() && Character.isDigit(text.charAt(index + 1));
    return Character.isDigit(each) || each == '.' || groups;
  }

  private boolean takes(String words) {
    boolean isThere = text.startsWith(words, at);
    at += isThere ? words.length() : 0;
    return isThere;
  }
}
