const TABLE = Uint32Array.from({length: 256}, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest >>> 0;
});

/** The CRC-32 of an ASCII text, 32 bits without a sign. */
export function crc32(text) {
  let rest = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    rest = TABLE[(rest ^ text.charCodeAt(i)) & 0xff] ^ (rest >>> 8);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
