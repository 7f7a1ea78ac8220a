import type { Language } from '../../model/business.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { EnquiryWords } from './words.ts';

export const enquiryWords: Readonly<Record<Language, EnquiryWords>> = { en, uk, ru };
