import type { Language } from '../../model/business.ts';
import type { DetailWords } from './detail-words.ts';
import { en } from './details-en.ts';
import { ru } from './details-ru.ts';
import { uk } from './details-uk.ts';

export const detailWords: Readonly<Record<Language, DetailWords>> = { en, uk, ru };
