import type { Language } from '../../model/language.ts';
import type { OutcomeWords } from './outcome-words.ts';
import { en } from './outcomes-en.ts';
import { ru } from './outcomes-ru.ts';
import { uk } from './outcomes-uk.ts';

export const outcomeWords: Readonly<Record<Language, OutcomeWords>> = { en, uk, ru };
