import type { Language } from '../../model/business.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { PageAccessWords } from './words.ts';

export const pageAccessWords: Readonly<Record<Language, PageAccessWords>> = { en, uk, ru };
