import { platformNames } from '../../shared/model/social-platform.ts';

/** English by its second word: in other languages it goes by "Google". */
const { 'google-reviews': _, ...platforms } = platformNames;
const others = [
  'Chrome UX Report API',
  'Chrome UX Report',
  'Google Cloud Console',
  'Touchlight',
  'Lighthouse',
  'Chrome',
  'Google',
  'WhatsApp',
  'Viber',
  'Messenger',
  'Amazon SES',
];
const terms = ['WebP', 'AVIF', 'HTML', 'HTTP', 'WCAG AA', 'font-display: swap'];
/** Names that stand in any language as they are. */
const names = new RegExp(`\\b(${[...Object.values(platforms), ...others, ...terms].join('|')})\\b`, 'g');
/** What others wrote, and keys of the file: `«Thank you, Olena!»`. */
const quotations = /«[^»]*»/g;
/** Addresses, hosts, files, paths, email addresses, time zones. */
const addresses = /\S*[\w-](\.|:\/\/|@|\/)\w\S*|(?<=\s)\/\S*/g;

/** Runs of Latin words, in a sentence that is written in Cyrillic: English that somebody forgot to translate. */
export function foreignWords(sentence: string): string[] {
  const own = [quotations, addresses, names].reduce((text, known) => text.replaceAll(known, ' – '), sentence);
  return own.match(/\p{sc=Latn}[\p{sc=Latn}'’-]*([\s,:;]+\p{sc=Latn}[\p{sc=Latn}'’-]*)+/gu) ?? [];
}
