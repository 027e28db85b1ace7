// A whole session of ccxt over REST. Arguments: the server's address, a key, its secret.
// Prints each step; the first that is not as it must be ends the session with status 1.
'use strict'

const assert = require('node:assert')
const ccxt = require('ccxt')
const { step, refused } = require('./session.js')

const [base, apiKey, secret] = process.argv.slice(2)
const api = `${base}/api`
const ftx = (credentials) => {
  const client = new ccxt.ftx({ enableRateLimit: true, ...credentials })
  client.urls.api = { public: base, private: base }
  return client
}
const client = ftx({ apiKey, secret })
const SPOT = 'BTC/USD'
const PERP = 'BTC/USD:USD'
const FAR = 58000

async function publicCalls() {
  await step('loadMarkets', async () => {
    await client.loadMarkets()
    assert(client.markets[SPOT].spot && client.markets[PERP].swap)
    assert(client.currencies.BTC)
    return Object.keys(client.markets).length
  })
  await step('fetchTicker', async () => {
    const ticker = await client.fetchTicker(PERP)
    assert.strictEqual(ticker.bid, 59990)
    assert.strictEqual(ticker.last, 60010)
    return ticker.last
  })
  await step('fetchTickers', async () => Object.keys(await client.fetchTickers()).length)
  for (const symbol of [SPOT, PERP]) {
    await step(`fetchOrderBook ${symbol}`, async () => {
      const book = await client.fetchOrderBook(symbol, 20)
      assert.strictEqual(book.bids.length, 5)
      assert.deepStrictEqual(book.bids[0], [59990, 1])
      return book.asks[0]
    })
  }
  await step('fetchTrades', async () => {
    const trades = await client.fetchTrades(SPOT, undefined, 20)
    assert.strictEqual(trades[0].price, 60010)
    return trades.length
  })
  await step('fetchOHLCV', async () => {
    const since = Date.now() - 30 * 60 * 1000
    const candles = await client.fetchOHLCV(PERP, '1m', since, 31)
    assert.strictEqual(candles.at(-1)[4], 60010)
    return candles.length
  })
  await step('fetchIndexOHLCV', async () => {
    const candles = await client.fetchIndexOHLCV(PERP, '1m')
    assert(candles.length > 0)
    return candles.at(-1)[4]
  })
  await step('fetchFundingRate', async () => (await client.fetchFundingRate(PERP)).fundingTimestamp)
  await step('fetchOpenInterest', async () => {
    const stats = await client.publicGetFuturesFutureNameStats({ future_name: 'BTC-PERP' })
    assert.strictEqual(Number(stats.result.openInterest), 0.05)
    return stats.result
  })
  await step('fetchFundingRateHistory', async () =>
    (await client.fetchFundingRateHistory(PERP)).length)
  await step('leveragedTokens', async () => {
    const tokens = (await client.publicGetLtTokens()).result.map((token) => token.name)
    assert.deepStrictEqual(tokens, ['BULL', 'BEAR'])
    return tokens
  })
}

async function accountCalls() {
  await step('fetchBalance', async () => {
    const balance = await client.fetchBalance()
    assert.strictEqual(balance.BTC.total, 10)
    return balance.USD
  })
  await step('fetchTradingFee', async () => (await client.fetchTradingFee(SPOT)).taker)
  await step('setLeverage', async () => {
    await client.setLeverage(8, PERP)
    const account = await client.privateGetAccount()
    assert.strictEqual(Number(account.result.leverage), 8)
  })
}

async function orders() {
  const limit = await step('createOrder limit', async () => {
    const order = await client.createOrder(SPOT, 'limit', 'buy', 0.01, FAR)
    assert.strictEqual(order.status, 'open')
    return order
  })
  await step('createOrder market', async () => {
    const order = await client.createOrder(PERP, 'market', 'buy', 0.01)
    const filled = await client.fetchOrder(order.id)
    assert.strictEqual(filled.status, 'closed')
    assert.strictEqual(filled.average, 60010)
    return filled.filled
  })
  await step('createOrder ioc', async () => {
    const order = await client.createOrder(PERP, 'limit', 'buy', 0.01, FAR, { ioc: true })
    assert.strictEqual((await client.fetchOrder(order.id)).status, 'canceled')
  })
  await step('createOrder postOnly', async () => {
    const order = await client.createOrder(PERP, 'limit', 'buy', 0.01, 60010, { postOnly: true })
    assert.strictEqual((await client.fetchOrder(order.id)).status, 'canceled')
  })
  await step('createOrder reduceOnly', async () => {
    const order = await client.createOrder(PERP, 'limit', 'sell', 0.01, 62000, { reduceOnly: true })
    assert.strictEqual(order.reduceOnly, true)
    await client.cancelOrder(order.id)
  })
  const named = await step('createOrder clientId', async () =>
    client.createOrder(SPOT, 'limit', 'buy', 0.01, FAR, { clientId: 'mine-1' }))
  await step('fetchOrder', async () => {
    const order = await client.fetchOrder(limit.id)
    assert.strictEqual(order.status, 'open')
    assert.strictEqual(order.price, FAR)
  })
  await step('fetchOrder by client id', async () => {
    const order = await client.fetchOrder(undefined, SPOT, { clientOrderId: 'mine-1' })
    assert.strictEqual(order.id, named.id)
    assert.strictEqual(order.clientOrderId, 'mine-1')
  })
  const edited = await step('editOrder', async () => {
    const order = await client.editOrder(limit.id, SPOT, 'limit', 'buy', 0.02, FAR + 10)
    assert.notStrictEqual(order.id, limit.id)
    assert.strictEqual(order.amount, 0.02)
    return order
  })
  await step('fetchOpenOrders', async () => {
    assert.strictEqual((await client.fetchOpenOrders(SPOT)).length, 2)
    assert.strictEqual((await client.fetchOpenOrders()).length, 2)
  })
  await step('fetchOrders', async () => (await client.fetchOrders(SPOT, undefined, 100)).length)
  await step('cancelOrder', async () => client.cancelOrder(edited.id))
  await step('cancelOrder by client id', async () =>
    client.cancelOrder(undefined, SPOT, { clientOrderId: 'mine-1' }))
  await step('cancelOrders', async () => {
    const ids = []
    for (let i = 0; i < 2; i++) {
      ids.push((await client.createOrder(SPOT, 'limit', 'buy', 0.01, FAR - i)).id)
    }
    const canceled = await client.cancelOrders(ids)
    assert.deepStrictEqual(canceled.result.map(String), ids)
  })
  await step('cancelAllOrders', async () => {
    await client.createOrder(SPOT, 'limit', 'buy', 0.01, FAR)
    await client.cancelAllOrders()
    assert.strictEqual((await client.fetchOpenOrders()).length, 0)
  })
}

async function triggers() {
  const kinds = [
    ['stop', { stopPrice: 58000 }, undefined],
    ['stop', { stopPrice: 58000 }, 57990],
    ['takeProfit', { triggerPrice: 65000 }, undefined],
    ['trailingStop', { trailValue: -1000 }, undefined],
  ]
  const placed = []
  for (const [type, params, price] of kinds) {
    await step(`createOrder ${type}${price === undefined ? '' : ' limit'}`, async () => {
      const order = await client.createOrder(PERP, type, 'sell', 0.01, price, params)
      assert.strictEqual(order.status, 'open')
      placed.push(order)
      return order.id
    })
  }
  await step('editOrder stop', async () => {
    const order = await client.editOrder(placed[0].id, PERP, 'stop', 'sell', 0.01, undefined, {
      triggerPrice: 57000,
    })
    assert.notStrictEqual(order.id, placed[0].id)
  })
  await step('cancelOrder stop', async () =>
    client.cancelOrder(placed[1].id, PERP, { type: 'stop' }))
  await step('fetchOpenOrders stop', async () => {
    const open = await client.fetchOpenOrders(PERP, undefined, undefined, { type: 'stop' })
    assert.strictEqual(open.length, 3)
    return open.length
  })
  await step('cancelAllOrders stop', async () => {
    await client.cancelAllOrders(PERP, { conditionalOrdersOnly: true, limitOrdersOnly: false })
    const open = await client.privateGetConditionalOrders({ market: 'BTC-PERP' })
    assert.strictEqual(open.result.length, 0)
  })
}

async function histories() {
  await step('fetchMyTrades', async () => {
    const trades = await client.fetchMyTrades(PERP)
    assert.strictEqual(trades[0].takerOrMaker, 'taker')
    return trades[0].fee
  })
  await step('fetchOrderTrades', async () => {
    const [trade] = await client.fetchMyTrades(PERP)
    assert.strictEqual((await client.fetchOrderTrades(trade.order)).length, 1)
  })
  await step('fetchPositions', async () => {
    const [position] = await client.fetchPositions([PERP])
    assert.strictEqual(position.side, 'long')
    assert.strictEqual(position.entryPrice, 60010)
    return position.contracts
  })
  await step('fetchFundingHistory', async () => (await client.fetchFundingHistory(PERP)).length)
  await step('fetchBorrowRates', async () => Object.keys(await client.fetchBorrowRates()))
  await step('fetchBorrowRateHistory', async () =>
    (await client.fetchBorrowRateHistory('USD')).length)
  await step('fetchBorrowInterest', async () => (await client.fetchBorrowInterest()).length)
}

async function money() {
  await step('lendingOffer', async () => {
    await client.privatePostSpotMarginOffers({ coin: 'USD', size: 1000, rate: 0.00001 })
    const offers = await client.privateGetSpotMarginOffers()
    assert.strictEqual(Number(offers.result[0].size), 1000)
    const info = await client.privateGetSpotMarginLendingInfo()
    assert.strictEqual(Number(info.result.find((row) => row.coin === 'USD').offered), 1000)
  })
  await step('transfer', async () => {
    await client.privatePostSubaccounts({ nickname: 'desk-1' })
    const moved = await client.transfer('USD', 500, 'main', 'desk-1')
    assert.strictEqual(moved.status, 'ok')
    const balance = await ftx({ apiKey, secret, headers: { 'FTX-SUBACCOUNT': 'desk-1' } }).fetchBalance()
    assert.strictEqual(balance.USD.total, 500)
  })
  await step('fetchDepositAddress', async () => (await client.fetchDepositAddress('BTC')).address)
  await step('withdraw', async () => {
    const withdrawal = await client.withdraw('USDT', 10, 'anywhere')
    const [row] = await client.fetchWithdrawals('USDT')
    assert.strictEqual(row.id, withdrawal.id)
    return row.status
  })
  await step('fetchDeposits', async () => {
    const deposits = await client.fetchDeposits('BTC')
    assert.strictEqual(deposits[0].amount, 10)
    return deposits[0].status
  })
}

async function errors() {
  await refused('margin', 'InsufficientFunds', () =>
    client.createOrder(SPOT, 'limit', 'buy', 900, FAR))
  await refused('market', 'BadSymbol', () =>
    client.publicGetMarketsMarketName({ market_name: 'DOGE-PERP' }))
  await refused('order', 'OrderNotFound', () => client.fetchOrder('999999'))
  await refused('signature', 'AuthenticationError', () =>
    ftx({ apiKey, secret: 'wrong' }).fetchBalance())
  await refused('key', 'AuthenticationError', () =>
    ftx({ apiKey: 'wrong', secret }).fetchBalance())
}

async function session() {
  for (const part of [publicCalls, accountCalls, orders, triggers, histories, money, errors]) {
    await part()
  }
  console.log(`done ${ccxt.version} at ${api}`)
}

session()
