import type { ScorecardSummary } from '../../../shared/evaluation/scorecards/summary.ts';
import type { Cause } from '../../../shared/model/cause.ts';
import type { CriteriaDetails } from '../../../shared/model/criteria.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { oneLine } from '../../../shared/model/foreign-text.ts';
import type { ScorecardTemplate } from '../../../shared/model/scorecard.ts';
import { sayScorecard } from '../../../shared/probes/scorecard/statements.ts';
import { type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import type { readScoredVisits } from '../scorecards/read-scored-visits.ts';

type FileFault = Awaited<ReturnType<typeof readScoredVisits>>['faults'][number];

interface Frame {
  readonly template: ScorecardTemplate;
  readonly templateName: string;
  readonly timeZone: string;
  /** Of the files, as a person finds it. */
  readonly where: string;
}

/** By file; the others are counted by their faults in `details`. */
const namedAtMost = 3;

/** The result of one run: numbers, questions of the template, dates, and who was assessed, by initials or role; nothing of who assessed. */
export function reportScorecard(summary: ScorecardSummary, faults: readonly FileFault[], frame: Frame): Measured {
  const { newestAt, score, reason } = summary;
  const unread = sayUnread(faults);
  const details = detailsOf(summary, faults);
  if (newestAt === null) return { ...noVisits(unread, frame), details };
  const assessed = { n: summary.n, newestAt, timeZone: frame.timeZone, unread };
  const measurements = numbersOf(summary);
  const cause = greyBecause[reason];
  if (cause !== undefined || score === null)
    return unknown(cause ?? 'too-little-assessed', sayGrey(summary, assessed, frame), { measurements, details });
  const { title, agreement } = summary;
  return measured(
    sayScorecard('scorecard/summary', { ...assessed, title, score, agreement: agreement?.share ?? null }),
    {
      measurements,
      facts: { score: sayVisits(summary, assessed), ...sayCritical(summary, assessed) },
      details,
    },
  );
}

const greyBecause: Readonly<Partial<Record<ScorecardSummary['reason'], Cause>>> = {
  outdated: 'assessment-outdated',
  'too-few-answers': 'too-little-assessed',
};

/** Nobody has assessed anything, or nothing of it can be read. */
function noVisits(unread: readonly Statement[], { templateName, where }: Frame): Measured {
  const [first] = unread;
  if (first !== undefined) return unknown('answers-unreadable', first);
  return unknown('not-assessed', sayScorecard('scorecard/no-visits', { template: templateName, where, unread }));
}

interface Assessed {
  readonly n: number;
  readonly newestAt: string;
  readonly timeZone: string;
  readonly unread: readonly Statement[];
}

function sayGrey(
  { reason, score, answeredShare }: ScorecardSummary,
  assessed: Assessed,
  { template }: Frame,
): Statement {
  const { validForDays } = template;
  return reason === 'outdated'
    ? sayScorecard('scorecard/outdated', { ...assessed, validForDays, score })
    : sayScorecard('scorecard/too-few-answers', { ...assessed, answeredShare });
}

function sayVisits({ sections }: ScorecardSummary, assessed: Assessed): Statement {
  const scored = sections.flatMap(({ title, score }) => (score === null ? [] : [{ title, score }]));
  const [weakest = null] = scored.length < 2 ? [] : scored.toSorted((a, b) => a.score - b.score);
  return sayScorecard('scorecard/visits', { ...assessed, weakest });
}

function sayCritical({ criticalFailed, score }: ScorecardSummary, assessed: Assessed): Record<string, Statement> {
  const [first] = criticalFailed;
  if (first === undefined) return {};
  const { ask: asked, at } = first;
  const others = criticalFailed.length - 1;
  return { criticalFailures: sayScorecard('scorecard/critical', { ...assessed, asked, at, others, score }) };
}

/** As many digits as a bound may have, so that a score that was added up meets it. */
function numbersOf({ score, criticalFailed, answeredShare, n }: ScorecardSummary): Record<string, number> {
  return {
    criticalFailures: criticalFailed.length,
    ...(score !== null && { score: rounded(score) }),
    answeredShare: rounded(answeredShare),
    visits: n,
  };
}

function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

/** One bad file harms no other, and is told; what lost nothing is left to `touchlight score import`. */
function sayUnread(faults: readonly FileFault[]): Statement[] {
  const losing = faults.filter(({ loses }) => loses !== 'nothing');
  const byFile = [...Map.groupBy(losing, ({ file }) => file)];
  return byFile.slice(0, namedAtMost).flatMap(([name, all]) => {
    const file = oneLine(name);
    if (all.some(({ loses }) => loses === 'file')) return [sayScorecard('scorecard/file-unread', { file })];
    const [namesakes, unread] = [all.filter(isNamesake), all.filter((fault) => !isNamesake(fault))];
    const visits = timesOf(namesakes);
    return [
      ...sayRows(file, unread),
      ...(visits === 0 ? [] : [sayScorecard('scorecard/names-taken', { file, visits })]),
    ];
  });
}

function sayRows(file: string, faults: readonly FileFault[]): Statement[] {
  const [first] = faults;
  if (first === undefined) return [];
  const { row, column } = first;
  return [sayScorecard('scorecard/rows-unread', { file, places: timesOf(faults), row, column })];
}

function isNamesake({ loses }: FileFault): boolean {
  return loses === 'visit';
}

function timesOf(faults: readonly FileFault[]): number {
  return faults.reduce((sum, { times }) => sum + times, 0);
}

function detailsOf({ scorecard, place, sections, agreement, table }: ScorecardSummary, faults: readonly FileFault[]) {
  return {
    scorecard,
    place,
    sections: sections.map(({ id, score, n }) => ({ id, score, n })),
    ...criteriaOf(table),
    agreement,
    faults: faults.length,
  };
}

/** So many fit into one result, with the questions beside them; a result that is too large loses all of its details. */
const mostCells = 1500;
/** By employees; the report shows no more. */
const fewestKept = 12;

/** For the report: criteria by employees, who have initials or roles and no names. Of very many, the first by name are kept. */
function criteriaOf(table: ScorecardSummary['table']): Pick<CriteriaDetails, 'table' | 'contacts'> {
  const all = [...new Set(table.flatMap(({ byContact }) => byContact.map(({ contact }) => contact)))].sort();
  const kept = new Set(all.slice(0, Math.max(fewestKept, Math.floor(mostCells / table.length))));
  const rows = table.map(({ ask, section, overall, byContact }) => ({
    ask,
    section,
    overall,
    byContact: byContact
      .filter(({ contact }) => kept.has(contact))
      .map((each) => ({ ...each, contact: oneLine(each.contact) })),
  }));
  return { contacts: all.length, table: rows };
}
