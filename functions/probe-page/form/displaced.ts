/** What became of a number that a visitor typed in full. */
export interface Displaced {
  readonly typed: string;
  /** As it stands in the field. */
  readonly left: string;
}

const mostOfItsOwn = 3;

/**
 * A mask that puts digits of its own in front, although the visitor types them too, has no room for the last ones: 0671234567
 * becomes 0067123456.
 * @returns null when the number is whole, was cut in another way, or is not written as people dial it at home
 */
export function displacedIn(typed: string, left: string): Displaced | null {
  const wanted = typed.replace(/\D/g, '');
  const stands = left.replace(/\D/g, '');
  if (typed.startsWith('+') || wanted.length < 7 || stands.length !== wanted.length || stands === wanted) return null;
  for (let own = 1; own <= mostOfItsOwn; own += 1) {
    if (wanted.startsWith(stands.slice(own))) return { typed, left };
  }
  return null;
}

/** A field that shows beforehand what its numbers begin with ("+38 (0__)") takes nobody by surprise. */
export function announcesItsBeginning(before: string, words: string): boolean {
  return /\d/.test(before) || /\+\s?\d/.test(words);
}
