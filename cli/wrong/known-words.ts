import { everywhere, formServices, messengerNames } from '../../functions/probe-page/lexicon/everywhere.ts';
import { languages } from '../../functions/probe-page/lexicon/index.ts';

/** How long the ending of a known word may be: "contacts", "телефонуйте". A longer one makes another word, or a name. */
const endings = [
  { stem: 6, longest: 4 },
  { stem: 4, longest: 2 },
] as const;

/** Words of the web itself: statuses, paths, file names, markup. */
const technical = new Set(
  `http https ws wss ftp data blob file intent tel sms callto mailto viber whatsapp tg skype www com net org html htm php asp aspx jsp js mjs css json xml
  txt pdf svg png jpg jpeg gif webp ico woff ok not found moved permanently temporarily redirect bad gateway internal server error
  forbidden unauthorized unavailable service timeout timed out too many requests request gone api ajax admin wp content
  plugins includes uploads themes assets static dist build img image images font fonts media files file lib vendor jquery react
  vue bootstrap elementor min bundle main app index home page pages form forms field button input select textarea label div span
  header footer nav section article banner cookie popup modal overlay menu desktop mobile phone email null undefined true false
  get post put type error cannot read properties reading is a an of the function token unexpected invalid json promise module
  h1 h2 h3 utf8 base64 google facebook instagram telegram youtube linkedin tiktok twitter`.split(/\s+/),
);

const stems = new Set(everyWord().flatMap(partsOf));

/**
 * Is it a word that Touchlight looks for on pages, or one of the web's own? A mistake can only be understood with them, and they
 * name nobody.
 * @param word letters and digits in any case
 */
export function isKnownWord(word: string): boolean {
  const small = word.toLowerCase();
  if (technical.has(small) || stems.has(small)) return true;
  return [1, 2, 3, 4].some((rest) => {
    const stem = small.slice(0, -rest);
    return stems.has(stem) && endings.some((each) => stem.length >= each.stem && rest <= each.longest);
  });
}

function everyWord(): string[] {
  const perLanguage = languages.flatMap(({ words }) => Object.values({ ...words }).flat());
  return [...perLanguage, ...Object.values(everywhere).flat(), ...formServices, ...messengerNames];
}

/** Of a pattern, the words in it: with and without the letters that it leaves open. */
function partsOf(pattern: string): string[] {
  const plain = pattern.replaceAll(/\\p\{\w+\}|\\[a-z]|\[[^\]]*\]/giu, ' ');
  return [plain.replaceAll('?', ''), plain.replaceAll(/\p{L}\?/gu, '')].flatMap((text) =>
    Array.from(text.matchAll(/\p{L}+/gu), ([word]) => word.toLowerCase()),
  );
}
