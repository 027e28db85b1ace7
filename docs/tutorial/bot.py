"""Quotes both sides of BTC-PERP around its mark, and takes its quotes back at the end.

Usage: bot.py URL KEY SECRET [ROUNDS]
"""

import sys
import time

from exchange import Exchange, Refused

MARKET = "BTC-PERP"
SIZE = 0.05
AWAY = 0.0004  # of the mark, on each side
POSITION_MAX = 0.5


def main(url, key, secret, rounds="20"):
    exchange = Exchange(url, key, secret)
    try:
        for number in range(int(rounds)):
            mark = exchange.call("GET", f"/api/futures/{MARKET}")["mark"]
            position = position_of(exchange)
            exchange.call("DELETE", "/api/orders", {"market": MARKET})
            if position < POSITION_MAX:
                quote(exchange, "buy", mark * (1 - AWAY))
            if position > -POSITION_MAX:
                quote(exchange, "sell", mark * (1 + AWAY))
            print(f"round {number + 1}: mark {mark:,.0f}, position {position:+.4f} BTC", flush=True)
            time.sleep(1)
    finally:
        exchange.call("DELETE", "/api/orders", {"market": MARKET})
    fills = exchange.call("GET", f"/api/fills?market={MARKET}")
    print(f"done: {len(fills)} fills, position {position_of(exchange):+.4f} BTC")


def position_of(exchange):
    positions = exchange.call("GET", "/api/positions")
    return sum(each["netSize"] for each in positions if each["future"] == MARKET)


def quote(exchange, side, price):
    order = {"market": MARKET, "side": side, "type": "limit", "price": round(price), "size": SIZE,
             "postOnly": True}
    try:
        exchange.call("POST", "/api/orders", order)
    except Refused as why:
        print(f"  no {side} order: {why}")


if __name__ == "__main__":
    main(*sys.argv[1:])
