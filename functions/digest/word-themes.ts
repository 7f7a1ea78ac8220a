import type { Recurring, RecurringTheme } from '../../shared/evaluation/themes/recurring.ts';
import { themeDays } from '../../shared/evaluation/themes/recurring.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import { sayExactness, sayInstead, themeWords } from '../../shared/i18n/themes/themes.ts';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import type { Formats } from './formats.ts';
import type { ThemesView } from './view.ts';
import { isSafe } from './word-waiting.ts';

/** Of what a customer wrote. */
const quoteLimit = 110;

/** What customers keep saying, with a few of their words. Null where nothing repeats, unless that may be because it cannot be read. */
export function wordThemes(
  { themes, complainers, unplaced, notRead, instead, capUsd }: Recurring,
  naming: Naming,
  formats: Formats,
  most: number,
): ThemesView | null {
  if (themes.length === 0 && notRead.every(({ how }) => how !== 'unread')) return null;
  const words = themeWords[formats.language];
  const some = (['complaint', 'praise'] as const).flatMap((side) =>
    themes.filter((each) => each.side === side).slice(0, most),
  );
  return {
    heading: words.heading,
    items: some.map(({ touchpoints, examples, ...theme }) => ({
      side: theme.side,
      text: textOf(theme, formats),
      where: touchpoints.map(({ id, people }) => `${naming.nameOf(id)}: ${formats.number(people)}`).join(', '),
      quotes: examples.map(({ text, permalink }) => ({
        text: words.quote(shorten(oneLine(text), quoteLimit)),
        link: isSafe(permalink) ? { text: words.read, url: permalink } : null,
      })),
    })),
    notes: [
      ...notRead.map(({ touchpointId, how, since }) => words[how](naming.nameOf(touchpointId), formats.moment(since))),
      ...sayInstead(instead, capUsd, formats.language),
      ...(themes.length > 0 ? [sayExactness(instead, formats.language)] : []),
      ...(unplaced > 0 ? [words.unplaced(unplaced, complainers)] : []),
    ],
  };
}

function textOf(
  { theme, side, people, before, change }: Pick<RecurringTheme, 'theme' | 'side' | 'people' | 'before' | 'change'>,
  { language }: Formats,
): string {
  const words = themeWords[language];
  const days = daysIn(language);
  const often = words.often(words[side][theme], peopleIn(people, language), days);
  const compared = before === null ? often : `${often} (${words.before(before, days)})`;
  return change === null ? compared : `${compared}, ${words[change]}`;
}

function daysIn(language: Formats['language']): string {
  return formatFor(language).counted(themeDays, themeWords[language].days);
}

function peopleIn(count: number, language: Formats['language']): string {
  return formatFor(language).counted(count, themeWords[language].people);
}

/** What to do about what more and more customers complain of. */
export function themeAction(
  { theme, people }: RecurringTheme,
  { language }: Formats,
): { readonly what: string; readonly todo: string; readonly gain: string } {
  const words = themeWords[language];
  return {
    what: words.act(words.complaint[theme], peopleIn(people, language), daysIn(language)),
    todo: words.todo[theme],
    gain: words.gain,
  };
}
