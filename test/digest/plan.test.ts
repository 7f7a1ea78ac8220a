import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createHandler } from '../../functions/digest/handler.ts';
import { keepPlan } from '../../functions/digest/keep-plan.ts';
import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { takeAction } from '../../shared/acting/planning.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { summarizeTouchpoint } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek, type WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { languages, type Touchpoint } from '../../shared/model/business.ts';
import type { Closed, OwnAction, PlanMemory, Planned, PlanStep, Taken } from '../../shared/model/plan.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { Mail } from '../../shared/ports/mailer.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aBusiness, aDay } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { withBrokenForm } from './failing-histories.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const { calendar, business, touchpoints } = aBusiness();

const planned = (touchpointId: string, probe: string): Planned => ({
  ...{ id: `${touchpointId}/${probe}`, kind: 'trouble', touchpointId, probe },
  ...{ since: '2026-11-16', by: '2026-11-20' },
});
const memory: PlanMemory = {
  weekId: '2026-W46',
  at: '2026-11-16T06:00:00.000Z',
  planned: [planned('website', 'form'), planned('youtube', 'responses'), planned('facebook', 'responses')],
};
const at = '2026-11-18T09:00:00.000Z';
const step = (of: Planned, people: { taken?: Taken; closed?: Closed }): PlanStep => {
  const { id, kind, touchpointId, probe } = of;
  return { id, kind, touchpointId, probe, taken: null, closed: null, changedAt: at, ...people };
};
const doneBy = (by: string, why = ''): Closed => ({ how: 'done', by, why, at });
const own: OwnAction[] = [
  { id: 'own:script', what: 'Script for the phone', who: 'Olena', by: '2026-11-20', touchpointId: null },
  { id: 'own:photos', what: 'New photos', who: null, by: '2026-12-15', touchpointId: 'facebook' },
];

function aPlannedWeek(steps: readonly PlanStep[] = []): WeekSummary {
  const weeks = touchpoints.map((touchpoint) => {
    const history = touchpoint.id === 'website' ? withBrokenForm(healthy(touchpoint)) : healthy(touchpoint);
    return summarizeTouchpoint(history, { week, before, now, calendar });
  });
  const keep = [{ kind: 'green', touchpointId: 'google-reviews', owner: 'Iryna', since: '2026-10-05' }] as const;
  return summarizeWeek({
    ...{ business, calendar, week, now, touchpoints: weeks, monthlyDollars: null, keep },
    plan: { own, steps, memory },
  });
}

const steps = [
  step(planned('website', 'form'), { closed: doneBy('Petro', 'new address for the form') }),
  step(planned('youtube', 'responses'), { closed: doneBy('Iryna') }),
];

/** From the heading of the plan to the list of touchpoints. */
function planIn(text: string): string[] {
  const blocks = text.split('\n\n');
  const from = blocks.findIndex((block) =>
    /^(How the plan is going|Як просувається план|Как продвигается план)/.test(block),
  );
  return blocks.slice(from, from + 2).flatMap((block) => block.split('\n').filter((line) => !line.startsWith('=')));
}

test('the mail says what became of the plan, in the words of each language', () => {
  const said = languages.map((language) => planIn(renderMail(aPlannedWeek(steps), { language, reportUrl: null }).text));
  expect(Object.fromEntries(languages.map((language, n) => [language, said[n]]))).toMatchInlineSnapshot(`
    {
      "en": [
        "How the plan is going",
        "■ Marked as done, but the problem is still there: Contact form – Petro: “new",
        "  address for the form”",
        "- Overdue: Script for the phone – Olena, by 20 November",
        "● Done, and the problem is gone: Answers to customers (YouTube) – Iryna",
        "● The problem is gone (not marked as done): Answers to customers (Facebook)",
        "- New: New photos (Facebook) – by 15 December",
        "Keep doing this",
        "- Google reviews (Iryna): green every day since 5 October",
      ],
      "ru": [
        "Как продвигается план",
        "■ Отмечено как сделанное, но проблема осталась: Контактная форма – Petro:",
        "  «new address for the form»",
        "- Просрочено: Script for the phone – Olena, до 20 ноября",
        "● Сделано, проблемы больше нет: Ответы клиентам (YouTube) – Iryna",
        "● Проблема исчезла (без отметки «сделано»): Ответы клиентам (Facebook)",
        "- Новое: New photos (Facebook) – до 15 декабря",
        "Так держать",
        "- Отзывы Google (Iryna): с 5 октября каждый день зелёный свет",
      ],
      "uk": [
        "Як просувається план",
        "■ Позначено як зроблене, але проблема лишилася: Контактна форма – Petro:",
        "  «new address for the form»",
        "- Прострочено: Script for the phone – Olena, до 20 листопада",
        "● Зроблено, проблеми більше немає: Відповіді клієнтам (YouTube) – Iryna",
        "● Проблема зникла (без позначки «зроблено»): Відповіді клієнтам (Facebook)",
        "- Нове: New photos (Facebook) – до 15 грудня",
        "Так тримати",
        "- Відгуки Google (Iryna): з 5 жовтня щодня зелене світло",
      ],
    }
  `);
});

test('the report also says what has not changed, and what is in the plan without a light', () => {
  const html = renderReport(aPlannedWeek(), new Map(), 'en');
  expect(html).toContain('Overdue: Script for the phone – Olena, by 20 November');
});

test('what somebody has taken is theirs in the list of what to do first, and what was dropped is asked of nobody', () => {
  const taken = { by: 'Iryna', note: 'compare', until: '2026-12-15', at };
  const asked = (people: Parameters<typeof step>[1]): string => {
    const { text } = renderMail(aPlannedWeek([step(planned('website', 'form'), people)]), {
      language: 'en',
      reportUrl: null,
    });
    return /What to do first\n[\s\S]*?\n\n/.exec(text)?.[0] ?? '';
  };
  expect(asked({})).toMatch(/ {3}Who: your web developer\n {3}By: today/);
  expect(asked({ taken })).toMatch(/ {3}Who: Iryna\n {3}By: Tuesday 15 December\n/);
  expect(asked({ closed: { how: 'dropped', by: 'Petro', why: 'a new site in January', at } })).toBe('');
});

describe('two Mondays of a stack', () => {
  let folder: string;
  let table: EmbeddedTable;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'touchlight-two-mondays-'));
    table = await openEmbeddedTable(folder);
  });
  afterAll(async () => {
    await table.close();
    await rm(folder, { recursive: true });
  });

  const checks = onlyChecks({ form: '{}' });
  const reading = parseConfiguration(
    `business: B
timeZone: UTC
digest: { to: [owner@coffeelab.example], from: touchlight@coffeelab.example }
touchpoints: [{ id: website, kind: website, url: "https://coffeelab.example", checks: ${checks} }]
`,
    'touchpoints.yaml',
    '2026-11-22',
  );

  async function mailOf(scheduledAt: string): Promise<Mail[]> {
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const mails: Mail[] = [];
    const handle = createHandler({
      configuration: reading.configuration,
      stores: table.stores,
      evidence: { read: async () => null },
      reports: { put: async () => {} },
      mailer: { send: async (mail) => void mails.push(mail) },
      announcer: { announce: async () => {} },
      logger: aQuietLogger(),
      now: () => Date.parse(scheduledAt),
    });
    await handle({ scheduledAt });
    return mails;
  }

  test('the second mail says what became of what the first one asked for, and a retry changes nothing', async () => {
    const { stores } = table;
    const [first, second] = ['2026-11-23T06:00:00.000Z', '2026-11-30T06:00:00.000Z'] as const;
    const site = { touchpointId: 'website', checkId: 'website/form' };
    const red = aStatus({
      ...{ ...site, light: 'red', lastRunAt: '2026-11-23T05:00:00.000Z' },
      incident: anIncident({ checkId: 'website/form', suspectedAt: '2026-11-22T10:00:00.000Z' }),
    });
    await stores.statuses.save(red, null);
    const [before] = await mailOf(first);
    expect(before?.text).toContain('What to do first');
    expect(before?.text).not.toContain('How the plan is going');
    const memory = await stores.plan.newest('2026-W48');
    expect(memory?.planned).toMatchObject([{ id: 'website/form', kind: 'trouble', since: '2026-11-23' }]);

    const action = { id: 'website/form', kind: 'trouble', touchpointId: 'website', probe: 'form' } as const;
    const taking = { by: 'Iryna', note: '', until: '2026-12-15' };
    await takeAction(action, taking, { by: 'Olena', now: '2026-11-24T09:00:00.000Z' }, stores);
    const well = aStatus({ ...site, lastRunAt: '2026-11-30T05:00:00.000Z' });
    await stores.statuses.save(well, red.lastRunAt);
    const [after] = await mailOf(second);
    expect(after?.text).toContain('● The problem is gone (not marked as done): Contact form – Iryna\n');
    const closed = { how: 'gone', by: null, why: '', at: second };
    expect(await stores.plan.list()).toEqual([
      { ...action, taken: { ...taking, at: '2026-11-24T09:00:00.000Z' }, closed, changedAt: second },
    ]);
    expect(await mailOf(second)).toEqual([]);
    expect((await stores.plan.newest('2026-W49'))?.planned).toEqual([]);
    expect(await stores.plan.newest('2026-W48')).toEqual(memory);
  });
});

test('what has gone well for weeks is read from no more than six touchpoints, and nothing of it for a week long past', async () => {
  const configuration = aBusiness();
  const asked: string[] = [];
  const dates = Array.from({ length: 84 }, (_, n) =>
    new Date(Date.parse('2026-08-31') + n * dayMs).toISOString().slice(0, 10),
  );
  const stores = emptyStores({
    statuses: {
      load: async () => null,
      list: async (id) => healthy(touchpointOf(id)).statuses.slice(),
      save: async () => 'saved',
    },
    days: {
      list: async (id, { from }) => {
        asked.push(`${id} ${from}`);
        const some = dates.filter((date) => date >= from && (id === 'website' || date >= '2026-10-01'));
        return touchpointOf(id).checks.flatMap((check) =>
          some.map((date) => ({ checkId: check.id, day: aDay(date, check.id) })),
        );
      },
    },
  });
  const { keep } = await readWeek({ configuration, stores }, week, now);
  expect(keep).toEqual([
    { kind: 'green', touchpointId: 'website', since: '2026-08-31' },
    { kind: 'green', touchpointId: 'facebook', since: '2026-10-01' },
    { kind: 'green', touchpointId: 'google-reviews', since: '2026-10-01' },
  ]);
  expect(
    asked.filter((each) => each.endsWith('2026-11-09')),
    'every touchpoint, two weeks',
  ).toHaveLength(4);
  expect(asked.filter((each) => each.endsWith('2026-08-31'))).toHaveLength(4);
  asked.length = 0;
  const past = await readWeek({ configuration, stores }, before, '2026-12-20T06:00:00.000Z');
  expect([past.keep, past.plan, asked.length]).toEqual([[], [], 4]);
});

function touchpointOf(id: string): Touchpoint {
  const found = touchpoints.find((each) => each.id === id);
  if (found === undefined) throw new Error(`Coffee Lab has ${id}.`);
  return found;
}

test('what was dropped is dropped until its trouble has ended: a later one is asked for again', async () => {
  const dropped: Closed = { how: 'dropped', by: 'Petro', why: 'a new site in January', at };
  const lasting = step(planned('website', 'form'), { closed: dropped });
  const ended = step(planned('youtube', 'responses'), { closed: dropped });
  const put: PlanStep[] = [];
  const stores = emptyStores({
    plan: {
      list: async () => [lasting, ended],
      put: async (changed) => {
        put.push(changed);
        return 'saved';
      },
      newest: async () => null,
      remember: async () => 'stored',
    },
  });
  await keepPlan(aPlannedWeek([lasting, ended]), stores);
  expect(put).toEqual([{ ...ended, closed: { ...dropped, how: 'gone', at: now }, changedAt: now }]);
});
