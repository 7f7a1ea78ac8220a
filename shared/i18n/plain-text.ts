import type { Language } from '../model/business.ts';

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
