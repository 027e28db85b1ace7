"""Opens an account, bets all of it on BTC with borrowed money, lets the price fall, and watches.

Usage: gambler.py URL OPERATORS_URL OPERATOR_KEY OPERATOR_SECRET
"""

import sys
import time

from exchange import Exchange, Refused

STAKE = 10_000
LEVERAGE = 20
FALL = "0.94"


def main(url, operators_url, operator_key, operator_secret):
    operator = Exchange(operators_url, operator_key, operator_secret)
    name = f"gambler-{int(time.time())}"
    made = operator.call("POST", "/admin/accounts", {"name": name})
    operator.call("POST", "/admin/faucet", {"account": name, "asset": "USD", "amount": str(STAKE)})
    gambler = Exchange(url, made["key"], made["secret"])
    gambler.call("POST", "/api/account/leverage", {"leverage": LEVERAGE})
    bet(gambler)
    operator.call("POST", "/admin/shock", {"asset": "BTC", "factor": FALL})
    print(f"The index of BTC is at {FALL} of what it was; the mark follows.")
    watch(gambler)


def bet(gambler):
    """Buys as much as it is let, in ever smaller parts, and not faster than the exchange likes."""
    size = STAKE * LEVERAGE / gambler.call("GET", "/api/futures/BTC-PERP")["mark"]
    while size >= 0.01:
        order = {"market": "BTC-PERP", "side": "buy", "type": "market", "price": None,
                 "size": round(size, 3)}
        try:
            gambler.call("POST", "/api/orders", order)
        except Refused as why:
            print(f"  {size:.3f} BTC: {why}")
            size /= 2
        time.sleep(0.25)
    print(f"{STAKE:,} USD have become a position of {position_of(gambler):.3f} BTC.", flush=True)


def watch(gambler):
    """Tells every stage that the account is in, until it has no position."""
    last = None
    while True:
        account = gambler.call("GET", "/v1/account")
        told = (account["standing"]["stage"], position_of(gambler))
        if told != last:
            value = float(account["standing"]["value"])
            print(f"  {told[0]}: {told[1]:.3f} BTC, worth {value:,.0f} USD", flush=True)
            last = told
        if told[1] == 0:
            break
        time.sleep(0.2)
    steps = [each for each in gambler.call("GET", "/v1/liquidations")["events"] if each["account"]]
    print(f"Liquidated in {len(steps)} steps: {', '.join(each['kind'] for each in steps[::-1])}.")


def position_of(gambler):
    return sum(each["netSize"] for each in gambler.call("GET", "/api/positions"))


if __name__ == "__main__":
    main(*sys.argv[1:])
