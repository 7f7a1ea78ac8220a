import type { Language } from '../../model/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { CompetitorWords } from './words.ts';

export const competitorWords: Readonly<Record<Language, CompetitorWords>> = { en, uk, ru };
