/**
 * Words as a person can read and correct them:
 * - `wait*`: whatever begins with it, `[0-9]*`: a number;
 * - `(nobody|no one)`: one of these;
 * - `~3`: at most three words in between.
 *
 * `(nobody|no one) ~2 (answer*|call* back)`
 */
export type Pattern = string;

/** Lower-case words, a space around each; what parts sentences is gone, apostrophes too. */
export function wordsOf(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/ё/g, 'е')
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
  return ` ${plain.replace(/ /g, '  ')} `;
}

/** @returns one expression for all of them; it never matches where there is none */
export function compile(patterns: readonly Pattern[]): RegExp {
  if (patterns.length === 0) return /(?!)/g;
  const sources = patterns.map((pattern) => {
    const source = pattern
      .replace(/ё/g, 'е')
      .replace(/['’]/g, '')
      .replace(/ ~(\d+) /g, (_, most: string) => `<${most}>`)
      .replace(/ /g, '  ')
      .replace(/\*/g, '[^ ]*')
      .replace(/\(/g, '(?:')
      .replace(/<(\d+)>/g, (_, most: string) => `(?:  [^ ]+){0,${most}}  `);
    return ` ${source} `;
  });
  return new RegExp(sources.join('|'), 'g');
}
