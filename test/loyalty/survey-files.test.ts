import { describe, expect, it } from 'vitest';
import type { Check } from '../../shared/model/check.ts';
import { recountSurvey } from './recount.ts';
import { read } from './support.ts';
import { clockAt, csv, type GivenAnswer, inWindows1251, kyiv, type Story, storyOf } from './written.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

interface Format {
  readonly title: string;
  readonly story: Story;
  readonly write: (answers: readonly GivenAnswer[]) => Files;
  readonly options?: Readonly<Record<string, Check['options'][string]>>;
}

const one = (content: string | Uint8Array): Files => ({ 'answers.csv': content });
const twelve = (hour: number): string => `${hour % 12 === 0 ? 12 : hour % 12}`;
const half = (hour: number): string => (hour < 12 ? 'AM' : 'PM');
const unixSeconds = (daysAgo: number): number => Date.parse(clockAt(daysAgo).iso) / 1000;

const minimal = (answers: readonly GivenAnswer[]): string =>
  csv([['at', 'score', 'comment'], ...answers.map((a) => [clockAt(a.daysAgo).iso, a.score, a.comment])]);

const formats: readonly Format[] = [
  { title: 'our own format', story: 'steady', write: (all) => one(minimal(all)) },
  { title: 'our own format, of bad months', story: 'crashed', write: (all) => one(minimal(all)) },
  { title: 'our own format, a little worse', story: 'falling', write: (all) => one(minimal(all)) },
  { title: 'our own format, of a young business', story: 'young', write: (all) => one(minimal(all)) },
  { title: 'our own format, of a small business', story: 'few', write: (all) => one(minimal(all)) },
  {
    title: 'Excel in Ukraine: semicolons, days first, a mark at the beginning, CRLF',
    story: 'falling',
    write: (all) => {
      const rows = all.map(({ daysAgo, score, comment }) => {
        const { day, month, year, time } = kyiv(daysAgo);
        return [`${day}.${month}.${year} ${time}`, score, comment];
      });
      return one(`\uFEFF${csv([['Дата', 'Оцінка', 'Коментар'], ...rows], ';', '\r\n')}`);
    },
  },
  {
    title: 'Google Forms in Ukrainian, saved in windows-1251',
    story: 'crashed',
    write: (all) => {
      const rows = all.map(({ daysAgo, score, comment }) => {
        const { day, month, year, time } = kyiv(daysAgo);
        return [`${day}.${month}.${year} ${time}`, comment, score];
      });
      const head = ['Позначка часу', 'Що нам варто покращити?', 'Наскільки ймовірно, що ви порекомендуєте нас друзям?'];
      return one(inWindows1251(csv([head, ...rows], ';')));
    },
  },
  {
    title: 'Excel’s short dates, with a year of two digits',
    story: 'falling',
    write: (all) => {
      const rows = all.map(({ daysAgo, score, comment }) => {
        const { day, month, year, time } = kyiv(daysAgo);
        return [`${day}.${month}.${year.slice(2)} ${time.slice(0, 5)}`, score, comment];
      });
      return one(csv([['Дата', 'Оценка', 'Комментарий'], ...rows], ';', '\r\n'));
    },
  },
  {
    title: 'Google Forms in Russian',
    story: 'steady',
    write: (all) => {
      const rows = all.map(({ daysAgo, score, comment }) => {
        const { day, month, year, time } = kyiv(daysAgo);
        return [`${day}.${month}.${year} ${time}`, score, comment];
      });
      return one(csv([['Отметка времени', 'Порекомендуете ли вы нас? (0–10)', 'Почему?'], ...rows]));
    },
  },
  {
    title: 'Google Forms in the sheet of an American, whose other dates show that the month comes first',
    story: 'falling',
    write: (all) => {
      const rows = all.map(({ daysAgo, score, comment }) => {
        const { day, month, year, time } = kyiv(daysAgo);
        return [`${Number(month)}/${Number(day)}/${year} ${time}`, score, comment];
      });
      return one(csv([['Timestamp', 'How likely are you to recommend us to a friend?', 'Why?'], ...rows]));
    },
  },
  {
    title: 'Google Forms, downloaded with the zone behind the time',
    story: 'crashed',
    write: (all) => {
      const rows = all.map(({ daysAgo, score, comment }) => {
        const { year, month, day, time, hour } = clockAt(daysAgo, 2);
        return [`${year}/${month}/${day} ${twelve(hour)}${time.slice(2)} ${half(hour)} GMT+2`, score, comment];
      });
      return one(csv([['Timestamp', 'Would you recommend us?', 'Why?'], ...rows]));
    },
  },
  {
    title: 'Delighted',
    story: 'steady',
    write: (all) => {
      const head = ['id', 'person', 'survey_type', 'score', 'comment', 'permalink', 'created_at', 'updated_at', 'tags'];
      const rows = all.map(({ id, daysAgo, score, comment }) => {
        const at = unixSeconds(daysAgo);
        return [id, 77_000_000 + id, 'nps', score, comment, `https://delighted.example/r/${id}`, at, at + 60, ''];
      });
      return one(csv([head, ...rows]));
    },
  },
  {
    title: 'SurveyMonkey: two rows of names, words behind the ends of the scale, twelve hours',
    story: 'crashed',
    write: (all) => {
      const question = 'How likely is it that you would recommend Coffee Lab to a friend or colleague?';
      const head = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address', question];
      const second = ['', '', '', '', '', '', '', 'Open-Ended Response'];
      const rows = all.map(({ id, daysAgo, score, comment }) => {
        const { day, month, year, time, hour } = kyiv(daysAgo);
        const at = `${month}/${day}/${year} ${twelve(hour).padStart(2, '0')}${time.slice(2)} ${half(hour)}`;
        const words = score === 0 ? ' - Not at all likely' : score === 10 ? ' - Extremely likely' : '';
        return [118_000_000_000 + id, 4711, '01/31/2026 09:00:00 AM', at, '192.0.2.1', '', `${score}${words}`, comment];
      });
      return one(csv([[...head, 'Why?'], second, ...rows]));
    },
  },
  {
    title: 'Typeform: times in UTC, and people who have only begun',
    story: 'falling',
    write: (all) => {
      const question = 'How likely are you to recommend us?';
      const head = [
        '#',
        question,
        'Why?',
        'Response Type',
        'Start Date (UTC)',
        'Stage Date (UTC)',
        'Submit Date (UTC)',
      ];
      const rows = all.map(({ id, daysAgo, score, comment }) => {
        const { date, time } = clockAt(daysAgo);
        return [`r${id}x`, score, comment, 'completed', `${date} 00:00:01`, '', `${date} ${time}`];
      });
      const begun = ['r9z', '', '', 'started', '2026-11-10 09:00:00', '2026-11-10 09:01:00', ''];
      return one(csv([head, ...rows, begun]));
    },
  },
  {
    title: 'Wootric: answers that are not to be counted',
    story: 'young',
    write: (all) => {
      const rows = all.map(({ id, daysAgo, score, comment }) => [id, score, comment, clockAt(daysAgo).iso, 'false']);
      const excluded = [9999, 0, 'a test', clockAt(3).iso, 'true'];
      return one(csv([['id', 'score', 'text', 'created_at', 'excluded_from_calculations'], ...rows, excluded]));
    },
  },
  {
    title: 'Unicode text of Excel: UTF-16, tabs',
    story: 'steady',
    write: (all) => {
      const rows = all.map((a) => [`${clockAt(a.daysAgo).date} ${clockAt(a.daysAgo).time}Z`, a.score, a.comment]);
      return one(Buffer.from(`\uFEFF${csv([['Date', 'NPS', 'Comment'], ...rows], '\t', '\r\n')}`, 'utf16le'));
    },
  },
  {
    title: 'a note for Excel, empty rows, and bars between fields',
    story: 'falling',
    write: (all) =>
      one(
        `sep=|\n\n${csv([['at', 'score', 'comment'], ...all.map((a) => [clockAt(a.daysAgo).iso, a.score, a.comment])], '|').replaceAll('|8|', '| 8 |')}\n\n`,
      ),
  },
  {
    title: 'whole numbers with a decimal comma, and columns that nobody knows',
    story: 'crashed',
    write: (all) => {
      const rows = all.map((a) => [
        'shop',
        `${a.score},0`,
        a.daysAgo > 40 ? 'yes' : 'no',
        kyiv(a.daysAgo).iso.slice(0, 19),
        a.comment,
      ]);
      return one(csv([['Канал', 'Чи порекомендуєте?', 'Новий клієнт', 'Дата/час', 'Чому'], ...rows], ';'));
    },
  },
  {
    title: 'columns that only touchpoints.yaml knows, and dates that only it explains',
    story: 'steady',
    options: { columns: { score: 'Q7', at: 'When' }, dates: 'day-first' },
    write: (all) => {
      const rows = all.map(({ daysAgo, score }) => {
        const { day, month, year, time } = kyiv(daysAgo);
        return [score, 5, `${day}/${month}/${year} ${time}`];
      });
      return one(csv([['q7', 'NPS', 'when'], ...rows]));
    },
  },
  {
    title: 'two exports that overlap by months',
    story: 'falling',
    write: (all) => ({
      'until-october.csv': minimal(all.filter(({ daysAgo }) => daysAgo > 30)),
      'from-august.csv': minimal(all.filter(({ daysAgo }) => daysAgo < 120)),
    }),
  },
  {
    title: 'the same file three times, once in another encoding',
    story: 'crashed',
    write: (all) => ({
      'a.csv': minimal(all),
      'b.csv': minimal(all),
      'c.csv': Buffer.from(`\uFEFF${minimal(all)}`, 'utf16le'),
    }),
  },
  {
    title: 'the same answers with the ids that Delighted gives them, in other orders',
    story: 'steady',
    write: (all) => {
      const write = (some: readonly GivenAnswer[]): string =>
        csv([['ID', 'Score', 'Created At'], ...some.map((a) => [a.id, a.score, unixSeconds(a.daysAgo)])]);
      return { 'a.csv': write(all), 'b.csv': write(all.toReversed()) };
    },
  },
  {
    title: 'times with zones of their own',
    story: 'falling',
    write: (all) => {
      const rows = all.map(({ daysAgo, score }, n) => {
        const east = [0, 2, -5][n % 3] ?? 0;
        const { date, time } = clockAt(daysAgo, east);
        return [`${date}T${time}${['Z', '+02:00', '-0500'][n % 3]}`, score];
      });
      return one(csv([['completed_at', 'rating'], ...rows]));
    },
  },
];

describe('a survey’s export', () => {
  it.each(formats)('gives the figures that a second program counts: $title', async ({ story, write, options }) => {
    const answers = storyOf(story, 11 + story.length);
    const { measurements, light, cause } = await read('surveys', {
      files: write(answers),
      ...(options && { options }),
    });
    const { score, margin, answers: counted } = measurements;
    const shown = score === undefined ? {} : { score, margin: Math.round((margin ?? 0) * 10) / 10 };
    expect({ ...shown, answers: counted, light }).toEqual(recountSurvey(answers, 90));
    expect(cause).toBe({ few: 'too-few-answers', young: 'nothing-to-compare' }[story as string] ?? null);
  });

  it('tells stories that end in each of the lights', () => {
    const lights = (['steady', 'falling', 'crashed', 'young', 'few'] as const).map(
      (story) => recountSurvey(storyOf(story, 11 + story.length), 90).light,
    );
    expect(lights).toEqual(['green', 'yellow', 'red', 'unknown', 'unknown']);
  });
});
