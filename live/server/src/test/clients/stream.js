// A session of ccxt over WebSockets. It keeps the order books that it is told and takes their
// checksums itself, while two accounts trade. Arguments: the server's address, then a key and its
// secret of each account. Prints each step; the first that is not as it must be ends the session
// with status 1.
'use strict'

const assert = require('node:assert')
const ccxt = require('ccxt')
const { step, refused } = require('./session.js')

const [base, apiKey, secret, otherKey, otherSecret] = process.argv.slice(2)
const ftx = (credentials, socket = '/ws') => {
  const client = new ccxt.pro.ftx({ enableRateLimit: true, ...credentials })
  client.urls.api = { public: base, private: base, ws: base.replace('http', 'ws') + socket }
  return client
}
const client = ftx({ apiKey, secret })
const other = ftx({ apiKey: otherKey, secret: otherSecret })
const SPOT = 'BTC/USD'
const PERP = 'BTC/USD:USD'
// Its prices are below 0.0001, which checksums write in the scientific form.
const SMALL = 'DUST/USD'
const BOOKS = [SPOT, PERP, SMALL]
const DEPTH = 100
const PATIENCE_MS = 60_000

/// Watches something again and again, until it goes wrong.
function follow(watch) {
  const followed = { count: 0, wrong: undefined }
  followed.over = (async () => {
    for (;;) {
      try {
        await watch()
        followed.count++
      } catch (wrong) {
        followed.wrong = wrong
        return wrong
      }
    }
  })()
  return followed
}

function followAll() {
  const followed = {
    ticker: follow(() => client.watchTicker(SPOT)),
    trades: follow(() => client.watchTrades(SPOT)),
    orders: follow(() => client.watchOrders()),
    fills: follow(() => client.watchMyTrades()),
  }
  for (const symbol of BOOKS) {
    followed[symbol] = follow(() => client.watchOrderBook(symbol))
  }
  return followed
}

function requireSound(followed) {
  for (const [name, each] of Object.entries(followed)) {
    if (each.wrong !== undefined) {
      throw new Error(`${name}: ${each.wrong.constructor.name}: ${each.wrong.message}`)
    }
  }
}

/// Asks again and again until an assertion holds.
async function until(followed, holds) {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    requireSound(followed)
    try {
      return await holds()
    } catch (not) {
      if (Date.now() > end || !(not instanceof assert.AssertionError)) {
        throw not
      }
      await new Promise((again) => setTimeout(again, 50))
    }
  }
}

const levels = (side) => Array.from(side, ([price, size]) => [price, size])

/// The books that were kept from what the server told are those that it has.
const sameBooks = (followed) =>
  until(followed, async () => {
    const depths = []
    for (const symbol of BOOKS) {
      const book = await other.fetchOrderBook(symbol, DEPTH)
      const kept = client.orderbooks[symbol]
      assert(kept !== undefined)
      assert.deepStrictEqual(levels(kept.bids), levels(book.bids))
      assert.deepStrictEqual(levels(kept.asks), levels(book.asks))
      depths.push([book.bids.length, book.asks.length])
    }
    return depths
  })

/// Numbers that are the same in every run.
function numbers(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/// What one account does in a market: far from the middle, so that it rests, or across it.
class Trader {
  constructor(account, seed) {
    this.account = account
    this.random = numbers(seed)
    this.resting = []
  }

  terms(symbol) {
    const side = this.random(2) === 0 ? 'buy' : 'sell'
    const away = (side === 'buy' ? -1 : 1) * (this.random(400) - 20)
    return symbol === SMALL
      ? { symbol, side, size: 100 * (1 + this.random(30)), price: (1_670 + away) / 1e8 }
      : { symbol, side, size: (10 + this.random(200)) / 1e4, price: 60_000 + away }
  }

  async place({ symbol, side, size, price }) {
    const { id } = await this.account.createOrder(symbol, 'limit', side, size, price)
    this.resting.push({ id, symbol, side })
  }

  /// Takes one of its orders out of those that it knows of.
  any() {
    return this.resting.splice(this.random(this.resting.length), 1)[0]
  }

  async act() {
    const draw = this.random(10)
    if (draw < 5 && this.resting.length < 85) {
      await this.place(this.terms(BOOKS[this.random(BOOKS.length)]))
    } else if (draw < 6 || this.resting.length === 0) {
      const { symbol, side, size } = this.terms(BOOKS[this.random(BOOKS.length)])
      await this.account.createOrder(symbol, 'market', side, size)
    } else {
      await this.change(this.any(), draw < 8)
    }
  }

  /// Amends or cancels an order, unless somebody has been quicker.
  async change({ id, symbol, side }, isAmended) {
    try {
      if (isAmended) {
        const { size, price } = { ...this.terms(symbol) }
        const amended = await this.account.editOrder(id, symbol, 'limit', side, size, price)
        this.resting.push({ id: amended.id, symbol, side })
      } else {
        await this.account.cancelOrder(id, symbol)
      }
    } catch (gone) {
      if (!(gone instanceof ccxt.InvalidOrder)) {
        throw gone
      }
    }
  }
}

const traders = [new Trader(client, 1), new Trader(other, 2)]
const trade = (followed, steps) =>
  Promise.all(
    traders.map(async (trader) => {
      for (let i = 0; i < steps; i++) {
        await trader.act()
        requireSound(followed)
      }
    }))

const byId = (rows, ...names) =>
  Object.fromEntries(rows.map((row) => [row.id, names.map((name) => row[name])]))

/// What was told of orders and trades is what REST says of them.
async function histories(followed) {
  await step('watchOrders', () =>
    until(followed, async () => {
      const kept = byId(client.orders, 'status', 'filled', 'remaining', 'price', 'average')
      const rows = await client.fetchOrders(SPOT, undefined, 100)
      const is = byId(rows, 'status', 'filled', 'remaining', 'price', 'average')
      assert(rows.length > 20)
      for (const id of Object.keys(is)) {
        assert.deepStrictEqual(kept[id], is[id])
      }
      return Object.keys(kept).length
    }))
  await step('watchMyTrades', () =>
    until(followed, async () => {
      const rows = []
      for (const symbol of BOOKS) {
        rows.push(...(await client.fetchMyTrades(symbol)))
      }
      const names = ['order', 'price', 'amount', 'side', 'takerOrMaker']
      assert(rows.length > 20)
      assert.deepStrictEqual(byId(client.myTrades, ...names), byId(rows, ...names))
      return rows.length
    }))
  await step('watchTrades', () =>
    until(followed, async () => {
      const kept = byId(client.trades[SPOT], 'price', 'amount', 'side')
      const rows = await other.fetchTrades(SPOT, undefined, 1_000)
      const is = byId(rows, 'price', 'amount', 'side')
      assert(Object.keys(kept).length > 10)
      for (const id of Object.keys(kept)) {
        assert.deepStrictEqual(kept[id], is[id])
      }
      return Object.keys(kept).length
    }))
  await step('watchTicker', () =>
    until(followed, async () => {
      const { bid, ask, last } = await other.fetchTicker(SPOT)
      const kept = client.tickers[SPOT]
      assert.deepStrictEqual([kept.bid, kept.ask, kept.last], [bid, ask, last])
      return kept.last
    }))
}

/// More levels than are told, so that some are pushed out and come back.
async function deepen() {
  await Promise.all(
    traders.map(async (trader, of) => {
      for (let i = 0; i < 58; i++) {
        const price = 59_900 - 2 * i - of
        await trader.place({ symbol: SPOT, side: 'buy', size: (1 + i) / 1e4, price })
      }
    }))
}

const countOf = (followed) => BOOKS.map((symbol) => followed[symbol].count)

async function follows() {
  const followed = followAll()
  await step('watchOrderBook begins', () => sameBooks(followed))
  await step('more levels than are told', async () => {
    await deepen()
    const depths = await sameBooks(followed)
    assert.strictEqual(depths[0][0], DEPTH)
  })
  await step('hundreds of updates', async () => {
    await trade(followed, 250)
    const counts = countOf(followed)
    assert(counts.reduce((a, b) => a + b) > 300, `${counts}`)
    return counts
  })
  await step('watchOrderBook', () => sameBooks(followed))
  await histories(followed)
  await step('the book empties', async () => {
    await Promise.all(traders.map((trader) => trader.account.cancelAllOrders()))
    traders.forEach((trader) => (trader.resting = []))
    return sameBooks(followed)
  })
  return followed
}

/// All that is followed ends, the book goes on without being seen, and is followed again.
async function followsAgain(followed, name, end) {
  await step(`${name} is noticed`, async () => {
    await end()
    const wrong = await Promise.all(Object.values(followed).map((each) => each.over))
    const kinds = [...new Set(wrong.map((each) => each.constructor.name))]
    assert.deepStrictEqual(kinds, ['NetworkError'])
    return wrong[0].message
  })
  await step(`orders during ${name}`, () => trade({}, 20))
  const again = followAll()
  await step(`watchOrderBook after ${name}`, async () => {
    await sameBooks(again)
    await trade(again, 60)
    const depths = await sameBooks(again)
    assert(countOf(again).every((count) => count > 5))
    return depths
  })
  return again
}

/// What shows that the checks above can fail.
async function errors() {
  await refused('login', 'AuthenticationError', () =>
    ftx({ apiKey, secret: 'wrong' }).watchOrders())
  await refused('checksum', 'InvalidNonce', async () => {
    const spoiled = ftx({}, '/spoiled')
    for (;;) {
      await spoiled.watchOrderBook(SPOT)
    }
  })
}

async function session() {
  await Promise.all([client.loadMarkets(), other.loadMarkets()])
  const first = await follows()
  const hangUp = () => fetch(`${base}/hang-up`)
  const second = await followsAgain(first, 'a hang-up', hangUp)
  await followsAgain(second, 'a close', () => client.close())
  await errors()
  console.log(`done ${ccxt.version} at ${base}`)
  process.exit(0)
}

session()
