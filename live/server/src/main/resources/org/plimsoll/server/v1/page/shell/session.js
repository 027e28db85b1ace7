import {signer} from './sign.js';

const KEPT = 'plimsoll.key';

/** Whose key this tab has. It lives as long as the tab. */
export class Session extends EventTarget {
  #key = null;
  #sign = null;

  /** Takes the key out of the address, if it has one, and out of what the tab remembers if not. */
  async begin() {
    const given = new URLSearchParams(location.hash.slice(1));
    if (given.has('key') && given.has('secret')) {
      history.replaceState(null, '', '#/trade');
      await this.enter(given.get('key'), given.get('secret'));
    } else if (!this.key && sessionStorage.getItem(KEPT)) {
      const {key, secret} = JSON.parse(sessionStorage.getItem(KEPT));
      await this.enter(key, secret);
    }
  }

  /** The key; null if there is none. */
  get key() {
    return this.#key;
  }

  async enter(key, secret) {
    this.#sign = await signer(secret);
    this.#key = key;
    sessionStorage.setItem(KEPT, JSON.stringify({key, secret}));
    this.dispatchEvent(new Event('change'));
  }

  leave() {
    sessionStorage.removeItem(KEPT);
    this.#key = null;
    this.#sign = null;
    this.dispatchEvent(new Event('change'));
  }

  sign(message) {
    return this.#sign(message);
  }
}
