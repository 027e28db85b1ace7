package planted.plimsoll.ecosystem.agent;

import org.plimsoll.ecosystem.exchange.Exchange;

final class Peeker {
  long looks(Exchange exchange) {
    return exchange.books().balance(0, 0);
  }
}
