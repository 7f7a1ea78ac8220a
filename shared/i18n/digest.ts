import type { Language } from '../model/business.ts';
import { en } from './digest-en.ts';
import { ru } from './digest-ru.ts';
import { uk } from './digest-uk.ts';
import type { DigestWords } from './digest-words.ts';

export const digestWords: Readonly<Record<Language, DigestWords>> = { en, uk, ru };
