-- What happened at the venue, for whoever asks later. SQLite and PostgreSQL both read this.
-- Amounts count an asset's smallest unit, prices ticks, quantities lots, rates billionths, times
-- nanoseconds since 1970 in UTC. A time_ns of something hourly is when it fell due.
-- An id counts the rows of its table from 1, in the order of history, unless it is the venue's own.

-- How far the history is told, and its fingerprint there: one row.
CREATE TABLE progress (
  id INTEGER NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  fingerprint BIGINT NOT NULL
);
INSERT INTO progress (id, sequence, fingerprint) VALUES (1, 0, 0);

CREATE TABLE assets (
  id BIGINT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  decimals INTEGER NOT NULL
);

CREATE TABLE markets (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  base INTEGER NOT NULL,
  tick_e9 BIGINT NOT NULL,
  lot BIGINT NOT NULL,
  is_future BOOLEAN NOT NULL,
  expiry_ns BIGINT NOT NULL
);

CREATE TABLE accounts (
  id BIGINT NOT NULL PRIMARY KEY,
  parent INTEGER,
  name TEXT NOT NULL,
  opened_ns BIGINT NOT NULL
);

CREATE TABLE custody_locations (
  id BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL
);

-- Every movement of money there was. An address is a ledger account's (docs/reference/protocol.md).
CREATE TABLE transfers (
  id BIGINT NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  time_ns BIGINT NOT NULL,
  cause TEXT NOT NULL,
  asset INTEGER NOT NULL,
  from_address INTEGER NOT NULL,
  to_address INTEGER NOT NULL,
  amount BIGINT NOT NULL
);
CREATE INDEX transfers_from ON transfers (from_address, asset, id);
CREATE INDEX transfers_to ON transfers (to_address, asset, id);

-- What was due and did not fit a bound: signed as the payment of the account.
CREATE TABLE shortfalls (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  kind TEXT NOT NULL,
  account INTEGER,
  asset INTEGER,
  market INTEGER,
  amount BIGINT NOT NULL
);

-- What accounts call the orders that have these numbers as client_order.
CREATE TABLE client_texts (
  account INTEGER NOT NULL,
  client_order BIGINT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (account, client_order)
);

CREATE TABLE orders (
  id BIGINT NOT NULL PRIMARY KEY,
  account INTEGER NOT NULL,
  market INTEGER NOT NULL,
  side TEXT NOT NULL,
  is_market BOOLEAN NOT NULL,
  price_ticks BIGINT NOT NULL,
  quantity_lots BIGINT NOT NULL,
  time_in_force TEXT NOT NULL,
  is_reduce_only BOOLEAN NOT NULL,
  client_order BIGINT NOT NULL,
  is_liquidation BOOLEAN NOT NULL,
  time_ns BIGINT NOT NULL,
  filled_lots BIGINT NOT NULL,
  cost_tick_lots BIGINT NOT NULL,
  status TEXT NOT NULL,
  closed_ns BIGINT,
  cancel_cause TEXT
);
CREATE INDEX orders_history ON orders (account, time_ns, id);
CREATE INDEX orders_open ON orders (account, market, id) WHERE closed_ns IS NULL;
CREATE INDEX orders_client ON orders (account, client_order, id) WHERE client_order <> 0;

CREATE TABLE trades (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  market INTEGER NOT NULL,
  taker_side TEXT NOT NULL,
  price_ticks BIGINT NOT NULL,
  quantity_lots BIGINT NOT NULL,
  is_liquidation BOOLEAN NOT NULL
);
CREATE INDEX trades_tape ON trades (market, time_ns, id);

-- Two of each trade: 2 x trade - 1 is the maker's, 2 x trade the taker's. A negative fee is a rebate.
CREATE TABLE fills (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  trade_id BIGINT NOT NULL,
  order_id BIGINT NOT NULL,
  account INTEGER NOT NULL,
  market INTEGER NOT NULL,
  side TEXT NOT NULL,
  price_ticks BIGINT NOT NULL,
  quantity_lots BIGINT NOT NULL,
  is_maker BOOLEAN NOT NULL,
  fee_asset INTEGER NOT NULL,
  fee BIGINT NOT NULL,
  is_liquidation BOOLEAN NOT NULL
);
CREATE INDEX fills_history ON fills (account, time_ns, id);
CREATE INDEX fills_order ON fills (order_id, id);

-- Of 15 seconds, 15 minutes and a day each, where there was a trade.
CREATE TABLE candles (
  market INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  start_ns BIGINT NOT NULL,
  open_ticks BIGINT NOT NULL,
  high_ticks BIGINT NOT NULL,
  low_ticks BIGINT NOT NULL,
  close_ticks BIGINT NOT NULL,
  volume_lots BIGINT NOT NULL,
  volume_tick_lots BIGINT NOT NULL,
  trades BIGINT NOT NULL,
  PRIMARY KEY (market, seconds, start_ns)
);

CREATE TABLE triggers (
  id BIGINT NOT NULL PRIMARY KEY,
  account INTEGER NOT NULL,
  market INTEGER NOT NULL,
  kind TEXT NOT NULL,
  side TEXT NOT NULL,
  trigger_ticks BIGINT NOT NULL,
  limit_ticks BIGINT NOT NULL,
  quantity_lots BIGINT NOT NULL,
  is_reduce_only BOOLEAN NOT NULL,
  time_ns BIGINT NOT NULL,
  status TEXT NOT NULL,
  closed_ns BIGINT,
  order_id BIGINT,
  refusal TEXT,
  required BIGINT,
  available BIGINT
);
CREATE INDEX triggers_history ON triggers (account, time_ns, id);
CREATE INDEX triggers_open ON triggers (account, id) WHERE closed_ns IS NULL;

CREATE TABLE funding_rates (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  market INTEGER NOT NULL,
  rate_e9 BIGINT NOT NULL
);
CREATE INDEX funding_rates_history ON funding_rates (time_ns, id);
CREATE INDEX funding_rates_market ON funding_rates (market, time_ns, id);

-- A positive payment was paid by the account, a negative one to it.
CREATE TABLE funding_payments (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  market INTEGER NOT NULL,
  account INTEGER NOT NULL,
  payment BIGINT NOT NULL,
  rate_e9 BIGINT NOT NULL
);
CREATE INDEX funding_payments_history ON funding_payments (account, time_ns, id);

CREATE TABLE lending_rates (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  asset INTEGER NOT NULL,
  rate_e9 BIGINT NOT NULL,
  borrow_rate_e9 BIGINT NOT NULL,
  demand BIGINT NOT NULL,
  matched BIGINT NOT NULL
);
CREATE INDEX lending_rates_history ON lending_rates (time_ns, id);
CREATE INDEX lending_rates_asset ON lending_rates (asset, time_ns, id);

-- An hour's interest: of size, what was owed or lent.
CREATE TABLE interest (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  account INTEGER NOT NULL,
  asset INTEGER NOT NULL,
  is_earned BOOLEAN NOT NULL,
  size BIGINT NOT NULL,
  rate_e9 BIGINT NOT NULL,
  amount BIGINT NOT NULL
);
CREATE INDEX interest_history ON interest (account, is_earned, time_ns, id);

CREATE TABLE deposits (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  account INTEGER NOT NULL,
  asset INTEGER NOT NULL,
  amount BIGINT NOT NULL,
  custody INTEGER NOT NULL
);
CREATE INDEX deposits_history ON deposits (account, time_ns, id);

CREATE TABLE withdrawals (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  account INTEGER NOT NULL,
  asset INTEGER NOT NULL,
  amount BIGINT NOT NULL,
  custody INTEGER NOT NULL,
  status TEXT NOT NULL,
  closed_ns BIGINT
);
CREATE INDEX withdrawals_history ON withdrawals (account, time_ns, id);

CREATE TABLE moves (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  from_account INTEGER NOT NULL,
  to_account INTEGER NOT NULL,
  asset INTEGER NOT NULL,
  amount BIGINT NOT NULL
);
CREATE INDEX moves_from ON moves (from_account, time_ns, id);
CREATE INDEX moves_to ON moves (to_account, time_ns, id);

CREATE TABLE quotes (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  counterparty INTEGER NOT NULL,
  account INTEGER NOT NULL,
  from_asset INTEGER NOT NULL,
  to_asset INTEGER NOT NULL,
  from_amount BIGINT NOT NULL,
  to_amount BIGINT NOT NULL,
  expires_ns BIGINT NOT NULL,
  status TEXT NOT NULL,
  closed_ns BIGINT
);
CREATE INDEX quotes_history ON quotes (account, time_ns, id);

-- Leveraged tokens created or redeemed: worth is what the tokens were worth, the fee besides.
CREATE TABLE leveraged_tokens (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  account INTEGER NOT NULL,
  asset INTEGER NOT NULL,
  is_creation BOOLEAN NOT NULL,
  tokens BIGINT NOT NULL,
  worth BIGINT NOT NULL,
  fee BIGINT NOT NULL
);
CREATE INDEX leveraged_tokens_history ON leveraged_tokens (account, time_ns, id);

CREATE TABLE stakes (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  account INTEGER NOT NULL,
  kind TEXT NOT NULL,
  amount BIGINT NOT NULL
);
CREATE INDEX stakes_history ON stakes (account, time_ns, id);

-- What happens to an account that fails, step by step; what a step does not say is null.
CREATE TABLE liquidations (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  kind TEXT NOT NULL,
  account INTEGER NOT NULL,
  stage TEXT,
  counterparty INTEGER,
  market INTEGER,
  asset INTEGER,
  order_id BIGINT,
  lots BIGINT,
  amount BIGINT,
  counter_amount BIGINT,
  by_fund BIGINT,
  by_capital BIGINT,
  by_profits BIGINT,
  by_nobody BIGINT
);
CREATE INDEX liquidations_history ON liquidations (time_ns, id);
CREATE INDEX liquidations_account ON liquidations (account, time_ns, id);

CREATE TABLE expirations (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  market INTEGER NOT NULL,
  account INTEGER,
  lots BIGINT,
  price_ticks BIGINT NOT NULL
);

-- Where a rule did not bind an account.
CREATE TABLE exemptions (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  account INTEGER NOT NULL,
  privilege TEXT NOT NULL,
  amount BIGINT NOT NULL
);
CREATE INDEX exemptions_history ON exemptions (time_ns, id);

-- What two people answer for: privileges, halts, figures that were set, and so on.
CREATE TABLE decisions (
  id BIGINT NOT NULL PRIMARY KEY,
  time_ns BIGINT NOT NULL,
  command TEXT NOT NULL,
  terms TEXT NOT NULL,
  reason TEXT NOT NULL,
  granter TEXT NOT NULL,
  second_granter TEXT NOT NULL
);
