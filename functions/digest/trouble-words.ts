import type { Action } from '../../shared/evaluation/week/actions.ts';
import type { About } from '../../shared/evaluation/week/troubles.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { troubleOfOneRegion } from '../../shared/i18n/regions/one-region.ts';
import type { TroubleWords } from '../../shared/probes/probe-words.ts';
import { wordsOf } from '../../shared/probes/words.ts';
import type { Formats } from './formats.ts';

/** @param about null where the trouble is what the probe is for */
export function troubleWords(
  probe: string,
  about: About | null,
  { language, words }: Pick<Formats, 'language' | 'words'>,
): TroubleWords {
  const own = wordsOf(probe, language);
  const elsewhere = about === null ? null : troubleOfOneRegion(about.finding, language);
  const special = elsewhere ?? (about === null ? null : (own?.troubleOf?.(about.finding, about.light) ?? null));
  return special ?? own?.trouble ?? words.otherTrouble;
}

/** What to do at one touchpoint, where what was found there says more than the usual words. */
export function ownTodo(
  { probe, about, touchpointIds }: Pick<Action, 'probe' | 'about' | 'touchpointIds'>,
  { language }: Pick<Formats, 'language'>,
): string | null {
  if (about === null || touchpointIds.length > 1) return null;
  return wordsOf(probe, language)?.todoOf?.(about.finding, formatFor(language)) ?? null;
}
