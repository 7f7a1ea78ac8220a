import { expect, test } from 'vitest';
import { readPlan } from '../../functions/page/plan/read-plan.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { boardEntry } from '../../shared/evaluation/board/board-entry.ts';
import type { PlanMemory, PlanStep } from '../../shared/model/plan.ts';
import type { Status } from '../../shared/model/status.ts';
import { aStatus } from '../support/a-status.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aCause } from '../support/said.ts';

/** A Tuesday; the digest went out on Monday at six. */
const now = '2026-11-24T10:00:00.000Z';
const digestAt = '2026-11-23T06:00:00.000Z';
const reading = parseConfiguration(
  `business: B
timeZone: UTC
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${onlyChecks({ form: '{}' })} }
  - { id: nps, kind: survey }
`,
  'touchpoints.yaml',
  '2026-11-22',
);

interface Known {
  readonly survey?: Partial<Status>;
  readonly memory?: PlanMemory | null;
  readonly steps?: PlanStep[];
}

/** `website/form+steady open`, worst first; the form is green. */
async function planWith({ survey = {}, memory = null, steps = [] }: Known): Promise<string[]> {
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { configuration } = reading;
  const statuses = [
    aStatus({ checkId: 'website/form', lastRunAt: '2026-11-24T09:55:00.000Z' }),
    aStatus({ touchpointId: 'nps', checkId: 'nps/survey', lastRunAt: '2026-11-24T06:00:00.000Z', ...survey }),
  ];
  const of = (id: string): Status[] => statuses.filter(({ touchpointId }) => touchpointId === id);
  const board = configuration.touchpoints.flatMap(({ id, checks }) => {
    const strip = { until: '2026-11-23', lights: 'gggggggggggggggggggggggggggggg' };
    const known = { touchpointId: id, statuses: of(id), checks, acknowledgements: [], maintenance: [], strip, now };
    return boardEntry(known) ?? [];
  });
  const empty = emptyStores();
  const stores = emptyStores({
    board: { ...empty.board, list: async () => board },
    statuses: { ...empty.statuses, list: async (id) => of(id) },
    plan: { ...empty.plan, list: async () => steps, newest: async () => memory },
  });
  const { entries } = await readPlan({ configuration, stores }, now);
  return entries.map(({ id, fate }) => `${id} ${fate}`);
}

test('a survey with too few answers is nothing to be done, and one whose file cannot be read is', async () => {
  const grey = (cause: string): Promise<string[]> =>
    planWith({ survey: { light: 'unknown', lastOutcome: 'unknown', lastFinding: aCause('Grey.', cause) } });
  expect(await grey('too-few-answers')).toEqual([]);
  expect(await grey('unreadable-file')).toEqual(['nps/survey+see open']);
});

test('what kept breaking stays until somebody says that it is done, and is back where the mail said so', async () => {
  const about = { id: 'website/form+steady', kind: 'steady', touchpointId: 'website', probe: 'form' } as const;
  const memory: PlanMemory = {
    ...{ weekId: '2026-W47', at: digestAt },
    planned: [{ ...about, since: '2026-11-23', by: '2026-11-30' }],
  };
  const doneAt = (at: string): PlanStep[] => [
    { ...about, taken: null, closed: { how: 'done', by: 'Olena', why: '', at }, changedAt: at },
  ];
  expect(await planWith({ memory })).toEqual(['website/form+steady open']);
  expect(await planWith({ memory, steps: doneAt('2026-11-23T12:00:00.000Z') })).toEqual(['website/form+steady done']);
  expect(await planWith({ memory, steps: doneAt('2026-11-18T12:00:00.000Z') })).toEqual(['website/form+steady back']);
});
