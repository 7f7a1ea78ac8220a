import type { Language } from '../../model/business.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { PublicPageWords } from './words.ts';

export const publicPageWords: Readonly<Record<Language, PublicPageWords>> = { en, uk, ru };
