import type { Language } from '../model/business.ts';

/**
 * Text from a page or a server, made fit for one line of a message: control, formatting and line-breaking characters could
 * forge further lines or turn the reading direction round. The joiners of emoji and of Persian words do neither.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\u200c\u200d]]+/gv, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Cut to `limit` UTF-16 units, never within a character; what was cut ends in three dots. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.max(0, limit - 3)).replace(/[\uD800-\uDBFF]$/, '');
  return `${head.trimEnd()}...`.slice(0, limit);
}

const cyrillic: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'h',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'ie',
    ж: 'zh',
    з: 'z',
    и: 'y',
    і: 'i',
    ї: 'i',
    й: 'i',
  },
  ...{
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
  },
  ...{ ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia', ё: 'e', ы: 'y', э: 'e', ъ: '' },
};
const typographic: Readonly<Record<string, string>> = {
  ...{
    '‘': "'",
    '’': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '–': '-',
    '—': '-',
    '…': '...',
    '№': 'No.',
  },
};

/** Letters that Russian reads otherwise than Ukrainian. */
const russian: Readonly<Record<string, string>> = { г: 'g', и: 'i' };

/**
 * In ASCII, for a mail's subject at SNS. Cyrillic follows the Ukrainian passport rules, roughly, and in Russian its own
 * sounds; the rest becomes `?`.
 */
export function toAscii(text: string, language: Language = 'uk'): string {
  const letters = language === 'ru' ? { ...cyrillic, ...russian } : cyrillic;
  const replaced = [...text.normalize('NFC')].map((char) => {
    const latin = letters[char.toLowerCase()] ?? typographic[char];
    if (latin === undefined) return char;
    return char === char.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
  return replaced
    .join('')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]+/g, '?');
}
