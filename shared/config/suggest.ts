import { distance } from 'fastest-levenshtein';

/** The known word that was probably meant, or null when none is near: a wrong suggestion is worse than none. */
export function nearestWord(written: string, known: readonly string[]): string | null {
  const simple = simplify(written);
  if (simple === '' || written.length > 60) return null;
  const ranked = known
    .map((word) => ({ word, distance: distance(simple, simplify(word)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best === undefined) return null;
  const begun = known.filter((word) => beginsAlike(simple, simplify(word)));
  if (begun.length === 1 && begun[0] !== undefined) return begun[0];
  const allowed = Math.max(1, Math.floor(Math.max(simple.length, best.word.length) / 3));
  return best.distance <= allowed && best.distance < best.word.length ? best.word : null;
}

/** `english` for `en`, `lcp` for `lcpMs`. */
function beginsAlike(written: string, word: string): boolean {
  const shorter = Math.min(written.length, word.length);
  return shorter >= 2 && written.slice(0, shorter) === word.slice(0, shorter);
}

/** camelCase, snake_case and kebab-case of one word are the same word to its writer. */
function simplify(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** `a, b or c` */
export function anyOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
