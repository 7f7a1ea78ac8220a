const catalogueBytes = 750_000;

/**
 * Puts a catalogue in front of the widget's script that no compression makes small. The bytes come from a fixed sequence
 * (xorshift32), so that every start serves the same file and measurements can be compared.
 */
export function heavyWidget(script: Buffer): Buffer {
  const bytes = Buffer.alloc(catalogueBytes);
  let state = 0x2545f491;
  for (let index = 0; index < catalogueBytes; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 0xff;
  }
  return Buffer.concat([Buffer.from(`const catalogue = '${bytes.toString('base64')}';\n`), script]);
}
