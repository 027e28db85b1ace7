import {stamp} from './sign.js';

/** What the exchange says when it refuses. */
export class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

/** Calls of the exchange, signed where there is a key. */
export class Api {
  #session;

  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.#session = session;
  }

  get(path) {
    return this.#call('GET', path, '');
  }

  /** Sends a question or an order. Numbers go as they are typed. */
  post(path, body) {
    return this.#call('POST', path, JSON.stringify(body));
  }

  delete(path, body = {}) {
    return this.#call('DELETE', path, JSON.stringify(body));
  }

  async #call(method, path, body) {
    const headers = {};
    if (body) {
      headers['Content-Type'] = 'application/json';
    }
    if (this.#session.key) {
      const time = String(stamp());
      headers['FTX-KEY'] = this.#session.key;
      headers['FTX-TS'] = time;
      headers['FTX-SIGN'] = await this.#session.sign(time + method + path + body);
    }
    const answer = await fetch(path, {method, headers, ...(body && {body})});
    const tree = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      throw new Refusal(answer.status, tree.error ?? `the exchange answers ${answer.status}`);
    }
    return path.startsWith('/api/') ? tree.result : tree;
  }
}

/**
 * Asks again and again, the next time when the last answer has been dealt with, and not while
 * nobody looks. Returns how to ask at once, and how to stop.
 *
 * @param {() => Promise<void>} ask
 * @param {number} everyMs
 */
export function poll(ask, everyMs) {
  let timer = 0;
  let isOver = false;
  let isAsking = false;
  let isWanted = false;
  async function now() {
    if (isAsking || isOver) {
      isWanted = !isOver;
      return;
    }
    clearTimeout(timer);
    isAsking = true;
    try {
      if (!document.hidden) {
        await ask();
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) {
        throw error;
      }
    } finally {
      isAsking = false;
      if (!isOver) {
        timer = setTimeout(now, isWanted ? 50 : everyMs);
        isWanted = false;
      }
    }
  }
  now();
  return {
    now,
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
