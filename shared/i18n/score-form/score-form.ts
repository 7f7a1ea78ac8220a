import type { Language } from '../../model/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { ScoreFormWords } from './words.ts';

export const scoreFormWords: Readonly<Record<Language, ScoreFormWords>> = { en, uk, ru };
