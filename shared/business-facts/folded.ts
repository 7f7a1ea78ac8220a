/** Cyrillic as several languages and authorities spell it in Latin letters, and Latin letters as people do without their marks. */
const spelled: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'h', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i' },
  ...{ й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h' },
  ...{ ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ъ: '', ю: 'iu', я: 'ia', ё: 'e', ы: 'i', э: 'e' },
  ...{ ß: 'ss', ł: 'l', ø: 'o', æ: 'a', œ: 'o', đ: 'd', ı: 'i', ð: 'd', þ: 'th' },
};

/**
 * The same for what people spell in several ways: without case, marks and script. "Рейтарська", "Reitarska" and "Reytarska" are one
 * word, and so are "Müller", "Mueller" and "Muller". For comparing only; nobody reads it.
 */
export function folded(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[а-яёєіїґßłøæœđıðþ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
  return plain
    .replaceAll('kh', 'h')
    .replaceAll('g', 'h')
    .replaceAll('y', 'i')
    .replaceAll(/([aou])e/g, '$1')
    .replaceAll(/['’ʼ`"]/g, '')
    .replaceAll(/i{2,}/g, 'i');
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Is it written in letters that Latin ones cannot be told to be the same as? */
export function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/**
 * One slip of the pen, or one letter that the other spelling does without.
 * @param shortest of shorter words, one letter makes another word
 */
export function isNear(a: string, b: string, shortest = 5): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < shortest) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}
