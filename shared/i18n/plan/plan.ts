import type { Language } from '../../model/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { PlanWords } from './words.ts';

export const planWords: Readonly<Record<Language, PlanWords>> = { en, uk, ru };
