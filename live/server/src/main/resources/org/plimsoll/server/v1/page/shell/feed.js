import {stamp} from './sign.js';

const PING_MS = 10_000;
const STALE_MS = 25_000;
const WAIT_MS = 500;
const WAIT_MAX_MS = 20_000;

/**
 * The exchange's WebSocket. It connects again when the line breaks, after half a second, then a
 * second, two, up to twenty, and takes up every subscription where it was.
 *
 * `state` events tell `live`, `connecting`, `waiting` (`detail.seconds`) and `stale`.
 */
export class Feed extends EventTarget {
  #session;
  #socket = null;
  #heard = 0;
  #tries = 0;
  #wanted = new Map();
  #state = 'connecting';

  /** @param {import('./session.js').Session} session who logs in, if anybody */
  constructor(session) {
    super();
    this.#session = session;
    session.addEventListener('change', () => this.#socket?.close());
    setInterval(() => this.#watch(), PING_MS / 10);
    setInterval(() => this.#send({op: 'ping'}), PING_MS);
    this.#connect();
  }

  get state() {
    return this.#state;
  }

  /**
   * Hears a channel. Returns how to stop.
   *
   * @param {string} channel
   * @param {?string} market null where the channel has none
   * @param {(data: any, type: string) => void} hear
   */
  subscribe(channel, market, hear) {
    const name = `${channel} ${market ?? ''}`;
    let topic = this.#wanted.get(name);
    if (!topic) {
      topic = {args: market ? {channel, market} : {channel}, ears: new Set()};
      this.#wanted.set(name, topic);
      this.#ask('subscribe', topic);
    }
    topic.ears.add(hear);
    return () => {
      topic.ears.delete(hear);
      if (topic.ears.size === 0 && this.#wanted.get(name) === topic) {
        this.#wanted.delete(name);
        this.#ask('unsubscribe', topic);
      }
    };
  }

  /** Leaves a channel and comes back, which makes the exchange tell all of it anew. */
  renew(channel, market) {
    const topic = this.#wanted.get(`${channel} ${market ?? ''}`);
    if (topic) {
      this.#ask('unsubscribe', topic);
      this.#ask('subscribe', topic);
    }
  }

  #ask(op, topic) {
    const isPrivate = !topic.args.market && topic.args.channel !== 'markets';
    if (!isPrivate || this.#session.key) {
      this.#send({op, ...topic.args});
    }
  }

  #send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  #connect() {
    this.#tell('connecting');
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`);
    this.#socket = socket;
    socket.addEventListener('open', () => this.#greet(socket));
    socket.addEventListener('message', event => this.#hear(JSON.parse(event.data)));
    socket.addEventListener('close', () => this.#again());
  }

  async #greet(socket) {
    this.#heard = Date.now();
    const {key} = this.#session;
    if (key) {
      const time = stamp();
      const sign = await this.#session.sign(`${time}websocket_login`);
      if (socket !== this.#socket || socket.readyState !== WebSocket.OPEN) {
        return;
      }
      this.#send({op: 'login', args: {key, time, sign}});
    }
    this.#tries = 0;
    this.#wanted.forEach(topic => this.#ask('subscribe', topic));
    this.#tell('live');
  }

  #hear(frame) {
    this.#heard = Date.now();
    if (frame.type === 'error') {
      this.dispatchEvent(new CustomEvent('trouble', {detail: frame.msg}));
    } else if (frame.type === 'partial' || frame.type === 'update') {
      const topic = this.#wanted.get(`${frame.channel} ${frame.market ?? ''}`);
      topic?.ears.forEach(hear => hear(frame.data, frame.type));
    }
  }

  #again() {
    const wait = Math.min(WAIT_MAX_MS, WAIT_MS * 2 ** this.#tries);
    const jittered = wait * (0.75 + Math.random() / 2);
    this.#tries++;
    this.#tell('waiting', {seconds: Math.round(jittered / 1000)});
    setTimeout(() => this.#connect(), jittered);
  }

  #watch() {
    if (this.#state === 'live' && Date.now() - this.#heard > STALE_MS) {
      this.#tell('stale');
      this.#socket.close();
    }
  }

  #tell(state, detail = {}) {
    this.#state = state;
    this.dispatchEvent(new CustomEvent('state', {detail: {state, ...detail}}));
  }
}
