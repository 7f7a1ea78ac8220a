import type { Language } from '../../model/business.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { PageWords } from './words.ts';

export const pageWords: Readonly<Record<Language, PageWords>> = { en, uk, ru };
