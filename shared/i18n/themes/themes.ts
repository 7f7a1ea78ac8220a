import type { Language } from '../../model/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { ThemeWords } from './words.ts';

export const themeWords: Readonly<Record<Language, ThemeWords>> = { en, uk, ru };
