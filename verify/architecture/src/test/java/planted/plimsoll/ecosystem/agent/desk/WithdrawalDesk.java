package planted.plimsoll.ecosystem.agent.desk;

import org.plimsoll.ecosystem.exchange.Exchange;

final class WithdrawalDesk {
  long counts(Exchange exchange) {
    return exchange.books().balance(0, 0);
  }
}
