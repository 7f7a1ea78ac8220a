import { describe, expect, it } from 'vitest';
import { boardEntry } from '../../../shared/evaluation/board/board-entry.ts';
import { boardNow } from '../../../shared/evaluation/board/board-now.ts';
import type { BoardEntry } from '../../../shared/model/board.ts';
import type { Status } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { aStatus } from '../../support/a-status.ts';
import { aCause } from '../../support/said.ts';

const readAt = '2026-11-23T09:10:00.000Z';
const website = { id: 'website', kind: 'website' } as const;
const shop = { id: 'shop', kind: 'website' } as const;

/** The website's form, as a sweep put it on the board at 09:10. */
function theBoard(...statuses: readonly Status[]): BoardEntry[] {
  const entry = boardEntry({
    ...{ touchpointId: 'website', statuses, acknowledgements: [], maintenance: [], now: readAt },
    checks: [aCheck({ id: 'website/form', everyMinutes: 30 })],
    strip: { until: '2026-11-22', lights: '' },
  });
  return entry === null ? [] : [entry];
}

const form = (overrides: Partial<Status>): Status =>
  aStatus({ checkId: 'website/form', lastRunAt: '2026-11-23T09:00:00.000Z', ...overrides });
const blind = form({ light: 'unknown', lastOutcome: 'unknown', lastFinding: aCause('A bot wall.', 'bot-wall') });

describe('the board as it counts now', () => {
  it('shows what is configured, worst first, and nothing else', () => {
    const rows = boardNow([shop, website], theBoard(form({ light: 'red' })), readAt);
    expect(rows.map(({ touchpoint, light, whyGrey }) => [touchpoint.id, light, whyGrey])).toEqual([
      ['website', 'red', null],
      ['shop', 'unknown', 'never'],
    ]);
    expect(boardNow([shop], theBoard(form({})), readAt).map(({ touchpoint }) => touchpoint.id)).toEqual(['shop']);
  });

  it.each([
    ['green', form({}), '2026-11-23T09:55:00.000Z', 'green', null],
    ['what no sweep has looked at for 45 minutes', form({}), '2026-11-23T09:55:00.001Z', 'unknown', 'not-updated'],
    [
      'red, too, once no sweep has looked',
      form({ light: 'red' }),
      '2026-11-23T12:00:00.000Z',
      'unknown',
      'not-updated',
    ],
    ['what was never measured', null, readAt, 'unknown', 'never'],
    ['what runs and sees nothing', blind, readAt, 'unknown', 'unmeasured'],
    ['what has not run for long', form({ lastRunAt: '2026-11-20T09:00:00.000Z' }), readAt, 'unknown', 'silent'],
    [
      'what turns old between two sweeps',
      form({ lastRunAt: '2026-11-23T06:11:00.000Z' }),
      '2026-11-23T09:12:00.000Z',
      'unknown',
      'silent',
    ],
  ])('knows of %s whether and why it is grey', (_, status, now, light, whyGrey) => {
    const [row] = boardNow([website], theBoard(...(status === null ? [] : [status])), now);
    expect([row?.light, row?.whyGrey]).toEqual([light, whyGrey]);
  });

  it('keeps what the last run said where it saw nothing, and nothing where there was none', () => {
    expect(theBoard(blind)[0]?.grey).toEqual({ checkId: 'website/form', finding: aCause('A bot wall.', 'bot-wall') });
    expect(theBoard()[0]?.grey).toEqual({ checkId: 'website/form', finding: null });
    expect(theBoard(form({}))[0]).not.toHaveProperty('grey');
  });
});
