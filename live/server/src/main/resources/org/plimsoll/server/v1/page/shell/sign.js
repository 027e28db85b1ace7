const encoder = new TextEncoder();

/**
 * Makes what signs with a secret: lower-case hexadecimal HMAC-SHA256. The secret stays in the
 * browser's keeping and cannot be read back from there.
 *
 * @param {string} secret
 * @returns {Promise<(message: string) => Promise<string>>}
 */
export async function signer(secret) {
  const hmac = {name: 'HMAC', hash: 'SHA-256'};
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), hmac, false, ['sign']);
  return async message => {
    const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(message)));
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  };
}

let last = 0;

/** The time in milliseconds, never the same one twice: the exchange takes a signed call once only. */
export function stamp() {
  last = Math.max(Date.now(), last + 1);
  return last;
}
