import { readFileSync } from 'node:fs';
import type { Language } from '../../model/language.ts';

/** Scorecards that come with Touchlight, each as `ready/<name>.<language>.yaml`. */
export const readyScorecards = ['phone', 'live-contact', 'messages', 'social-manners', 'answers'] as const;
export type ReadyScorecard = (typeof readyScorecards)[number];

export function isReadyScorecard(name: string): name is ReadyScorecard {
  return readyScorecards.some((ready) => ready === name);
}

/** The file of a ready scorecard, as anybody could have written it. */
export function readReadyScorecard(name: ReadyScorecard, language: Language): string {
  return readFileSync(new URL(`ready/${name}.${language}.yaml`, import.meta.url), 'utf8');
}
