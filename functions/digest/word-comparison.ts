import {
  type ComparedCompetitor,
  type Comparison,
  type NotYet,
  neededRuns,
} from '../../shared/evaluation/competitors/compare.ts';
import { competitorWords } from '../../shared/i18n/competitors/competitors.ts';
import type { CompetitorWords } from '../../shared/i18n/competitors/words.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { causeInWords } from '../../shared/i18n/wording.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import type { Formats } from './formats.ts';
import { type ComparisonView, nothing } from './view.ts';

/** The own site and the competitors', one row each. */
export function wordComparison({ own, competitors, showsVisitors }: Comparison, formats: Formats): ComparisonView {
  const words = competitorWords[formats.language];
  const seconds = (ms: number): string => formats.figure('phoneContentMs', ms);
  const known = competitors.flatMap(({ name, contentMs }) =>
    contentMs === null ? [] : [`${oneLine(name)}: ${seconds(contentMs)}`],
  );
  const isCompared = own.contentMs !== null && known.length > 0;
  return {
    heading: words.heading,
    lead: isCompared ? words.lead(seconds(own.contentMs), known.join(', ')) : null,
    columns: [
      words.column.site,
      words.column.content,
      ...(showsVisitors ? [words.column.visitors] : []),
      words.column.contact,
      words.column.answering,
    ],
    rows: [{ ...own, name: words.own, hasNoContact: false }, ...competitors].map((site) => ({
      name: oneLine(site.name),
      cells: [
        site.contentMs === null ? nothing : seconds(site.contentMs),
        ...(showsVisitors ? [site.visitorsContentMs === null ? nothing : seconds(site.visitorsContentMs)] : []),
        contactOf(site, words, formats),
        site.answering === null ? nothing : formats.figure('answering', site.answering),
      ],
    })),
    notes: [
      ...competitors.flatMap(({ name, notYet }) =>
        notYet === null ? [] : notYetIn(oneLine(name), notYet, words, formats),
      ),
      words.method(showsVisitors),
      ...(showsVisitors ? [words.visitors] : []),
    ],
    ownUse: words.ownUse,
  };
}

function contactOf(
  { clicksToContact, hasNoContact }: Pick<ComparedCompetitor, 'clicksToContact' | 'hasNoContact'>,
  words: CompetitorWords,
  { language }: Formats,
): string {
  if (hasNoContact) return words.noContact;
  if (clicksToContact === null) return nothing;
  return clicksToContact === 0 ? words.atOnce : formatFor(language).counted(clicksToContact, words.taps);
}

function notYetIn(
  name: string,
  { runs, cause, lacksOwn }: NotYet,
  words: CompetitorWords,
  { language }: Formats,
): string[] {
  const why = lacksOwn ? words.lacksOwn : causeInWords(cause, language);
  return [words.notYet(name, [words.nights(runs, neededRuns), ...(why === null ? [] : [why])].join('; '))];
}
