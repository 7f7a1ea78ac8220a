import type { Language } from '../model/business.ts';
import type { AlertMessages } from './alert-messages.ts';
import { en } from './alerts-en.ts';
import { ru } from './alerts-ru.ts';
import { uk } from './alerts-uk.ts';

export const alertMessages: Readonly<Record<Language, AlertMessages>> = { en, uk, ru };
