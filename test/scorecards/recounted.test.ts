import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScoredVisits } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { readScorecardFile } from '../../shared/config/read-scorecard.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import { scoredVisitSchema } from '../../shared/model/scorecard.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { type AskedCard, askedCard, recount, type TrueSheet } from '../support/recount-scorecard.ts';
import { type Dialect, writeSheets } from '../support/write-sheets.ts';

const folder = 'test/fixtures/scorecards/templates';
const context = { timeZone: 'Europe/Kyiv', now: Date.parse('2026-11-23T08:00:00Z') };
const [day, dots] = [(at: string) => at.slice(0, 10), (at: string) => at.slice(0, 10).split('-').reverse().join('.')];
const slashes = (at: string): string => `${Number(at.slice(8, 10))}/${at.slice(5, 7)}/${at.slice(0, 4)}`;
const uk = ['Візит', 'Дата', 'Оцінювач', 'Співробітник'] as const;
const ru = ['Визит', 'Дата', 'Оценщик', 'Сотрудник'] as const;
const excel = { delimiter: ';', newline: '\r\n', decimal: ',' };

const dialects: readonly Dialect[] = [
  { name: 'as the docs write it', form: 'long' },
  { name: 'as a spreadsheet is filled in', form: 'wide' },
  { name: 'as the form exports it', form: 'json', date: (at) => `${at}:00.000+02:00` },
  {
    ...{ name: 'Excel in Ukrainian', form: 'wide', encoding: 'bom', headings: uk, date: dots, yes: 'так', no: 'Ні' },
    ...{ notApplicable: 'н/д', bare: true, ...excel },
  },
  {
    ...{ name: 'Excel in Russian', form: 'long', encoding: 'windows-1251', headings: ru, yes: 'Да', no: 'нет' },
    ...{ date: (at) => `${dots(at)} ${at.slice(11)}`, notApplicable: 'не применимо', comment: 'хорошо', ...excel },
  },
  { name: 'tabs in UTF-16', form: 'wide', encoding: 'utf-16le', delimiter: '\t', yes: '1', no: '0', date: day },
  { name: 'plus and minus', form: 'long', yes: '+', no: '-', notApplicable: 'н/д', date: slashes, bare: true },
  { name: 'minus for "does not apply"', form: 'wide', yes: 'x', no: '0', notApplicable: '-', date: dots },
  { name: 'a comment with line ends and quotation marks', form: 'wide', comment: 'said "hello",\nthen\r\nleft; so' },
  {
    name: 'pipes, all quoted, from the last row to the first',
    form: 'long',
    delimiter: '|',
    quoteAll: true,
    backwards: true,
  },
  { name: 'a title above, no line end at the end', form: 'long', above: 'Visits of November,,\n,,', ending: '' },
  { name: 'columns called by the words of the questions', form: 'wide', byWords: true, extra: 'Mood', date: slashes },
  {
    name: 'Excel with its separator line',
    form: 'wide',
    above: 'sep=;',
    ...excel,
    date: (at) => dots(at).replace('2026', '26'),
  },
  { name: 'empty rows at the end', form: 'wide', ending: '\n\n,,,,,\n\n', backwards: true, extra: 'Сума' },
  {
    name: 'American clock',
    form: 'long',
    date: (at) => `${at.slice(5, 7)}/${at.slice(8, 10)}/${at.slice(0, 4)} 2:30 PM`,
  },
  { name: 'old Mac line ends', form: 'long', newline: '\r', yes: 'TRUE', no: 'FALSE', notApplicable: 'NA' },
  { name: 'instants in UTC', form: 'json', date: (at) => `${at.slice(0, 11)}12:30:00.000Z`, encoding: 'bom' },
  {
    name: 'check marks',
    form: 'wide',
    yes: '✓',
    no: '✗',
    notApplicable: '—',
    date: (at) => `${at.replace('T', ' ')}:59`,
  },
];

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

/** Visits by one or two people; some answers are missing, and some questions did not apply. */
function sheetsOf(card: AskedCard, roll: (sides: number) => number): TrueSheet[] {
  const luck = 2 + roll(8);
  const missing = [3, 12, 12, 30][roll(4)] ?? 12;
  return Array.from({ length: 1 + roll(6) }, (_, visit) =>
    ['MK', 'Ольга'].slice(0, 1 + roll(2)).map((evaluator) => ({
      visit: `№${visit + 1}`,
      at: `2026-11-${13 + visit}T14:30`,
      evaluator,
      contact: ['Бариста', 'Shift lead', null][visit % 3] ?? null,
      answers: Object.fromEntries(
        card.sections
          .flatMap(({ questions }) => questions)
          .flatMap((question) => {
            if (roll(missing) === 0) return [];
            return [
              [
                question.id,
                'na' in question && question.na === true && roll(4) === 0 ? null : answerTo(question, roll, luck),
              ],
            ];
          }),
      ),
    })),
  ).flat();
}

function answerTo(
  question: AskedCard['sections'][number]['questions'][number],
  roll: (sides: number) => number,
  luck: number,
) {
  const isGood = roll(10) < luck;
  if (question.type === 'yes-no') return isGood === ((question.full ?? 'yes') === 'yes') ? 'yes' : 'no';
  if (question.type === 'choice') return question.options?.[isGood ? 0 : roll(question.options.length)]?.id ?? null;
  const [worst, best] =
    question.type === 'scale'
      ? [question.min ?? 0, Number(question.max)]
      : [Number(question.none), Number(question.full)];
  if (question.type === 'scale') return isGood ? best : worst + roll(best - worst + 1);
  // Also beyond both ends, and between whole numbers.
  return worst + ((best - worst) * (roll(27) - 4)) / 20;
}

/** As exactly as sums of fractions can be. */
const exactly = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 8));

const templates = readdirSync(folder);
const cases = Array.from({ length: 40 }, (_, index) => {
  const dialect = dialects[index % dialects.length] as Dialect;
  const template = templates[(index + Math.floor(index / dialects.length)) % templates.length] ?? '';
  return { template, dialect, written: dialect.name, seed: index };
});

describe('ten templates and forty files', () => {
  it.each(cases)(
    'come to the scores that a second program recounts: $template, $written',
    async ({ template, dialect, seed }) => {
      const file = path.join(folder, template);
      const reading = readScorecardFile(file);
      if (!reading.ok) throw new Error(reading.faults[0]?.message);
      const card = askedCard(file);
      const sheets = sheetsOf(card, dice(seed + 1));
      const files = memoryFiles({
        [`visits.${dialect.form === 'json' ? 'json' : 'csv'}`]: writeSheets(card, sheets, dialect),
      });

      const { visits, faults } = await readScoredVisits(files, reading.template, context);
      const { score, sections, light, n, criticalFailed } = summarizeScorecard(reading.template, visits, context.now);

      expect(faults.filter(({ loses }) => loses !== 'nothing')).toEqual([]);
      expect(scoredVisitSchema.array().parse(visits)).toEqual(visits);
      const truth = recount(card, sheets);
      expect({
        total: score,
        sections: sections.map((section) => section.score),
        ...{ light, n, failed: criticalFailed.map(({ question }) => question) },
      }).toEqual({ ...truth, total: exactly(truth.total), sections: truth.sections.map(exactly) });
    },
  );

  it('between them show every light', () => {
    const lights = cases.map(({ template, seed }) => {
      const card = askedCard(path.join(folder, template));
      return recount(card, sheetsOf(card, dice(seed + 1))).light;
    });
    expect(new Set(lights)).toEqual(new Set(['green', 'yellow', 'red', 'unknown']));
  });
});
