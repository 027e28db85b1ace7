// What sessions of ccxt have in common.
'use strict'

const assert = require('node:assert')

/// Acts and says so; the first that is not as it must be ends the session with status 1.
async function step(name, act) {
  try {
    const seen = await act()
    console.log(`ok ${name}${seen === undefined ? '' : ': ' + JSON.stringify(seen).slice(0, 120)}`)
    return seen
  } catch (wrong) {
    console.log(`not ok ${name}: ${wrong.constructor.name}: ${wrong.message}`)
    process.exit(1)
  }
}

/// A call that must be refused, as ccxt understands it.
const refused = (name, kind, act) =>
  step(`error.${name}`, async () => {
    try {
      await act()
    } catch (wrong) {
      assert.strictEqual(wrong.constructor.name, kind, wrong.message)
      return kind
    }
    throw new Error('was not refused')
  })

module.exports = { step, refused }
