/** How a file's bytes become text, and what parts its fields. */
export interface Writing {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';
  readonly delimiter: string;
}

const delimiters = [',', ';', '\t', '|'];

/** @param start the file's first bytes, some thousands of them */
export function writingOf(start: Uint8Array): Writing {
  const encoding = encodingOf(start);
  const [firstLine = ''] = new TextDecoder(encoding).decode(start).split(/\r?\n/, 1);
  const outside = firstLine.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((each) => outside.split(each).length);
  return { encoding, delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',' };
}

/** By its mark, else by what its bytes can be. Numbers and times are the same in every encoding of one byte. */
function encodingOf(start: Uint8Array): Writing['encoding'] {
  const [a, b] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (b === 0) return 'utf-16le';
  if (a === 0) return 'utf-16be';
  try {
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

/** The file as text without its byte order mark, piece by piece, whatever its encoding. */
export async function* decoded(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Writing['encoding'],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

const startBytes = 65_536;

/** The first bytes, and all of them once more. */
export async function peek(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly start: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < startBytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    bytes += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* first;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { start: Buffer.concat(first), all: all() };
}
