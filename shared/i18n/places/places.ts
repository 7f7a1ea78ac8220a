import type { Language } from '../../model/business.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { PlaceWords } from './words.ts';

export const placeWords: Readonly<Record<Language, PlaceWords>> = { en, uk, ru };
