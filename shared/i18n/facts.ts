import type { Language } from '../model/business.ts';
import type { FactWords } from './fact-words.ts';
import { ru } from './fact-words-ru.ts';
import { uk } from './fact-words-uk.ts';

/** What was found, in every language but English: that is what the verdicts' own sentences are written in. */
export const factWords: Readonly<Record<Exclude<Language, 'en'>, FactWords>> = { uk, ru };
