import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import type { CheckId } from '../../shared/model/check-id.ts';
import type { Conversation, PollState } from '../../shared/model/conversation.ts';
import type { DayRollUp } from '../../shared/model/status.ts';
import { onlyChecks } from './only-checks.ts';

const websiteChecks = {
  availability: '{ every: 30m }',
  'page-load': '{}',
  contacts: '{}',
  form: '{}',
  lighthouse: '{}',
};

/** Coffee Lab: a website and three pages where customers write. Its checks run every half hour or less often, as `aDay` has it. */
export function aBusiness(lines = '', more: Readonly<Record<string, string>> = {}): Configuration {
  const checks = onlyChecks({ ...websiteChecks, ...more });
  const reading = parseConfiguration(
    `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-fri: ["09:00-18:00"] }
${lines}
digest: { to: [owner@coffeelab.example, partner@coffeelab.example], from: touchlight@coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${checks} }
  - { id: facebook, kind: facebook, page: "1234567890", secret: facebook-page-token, every: 30m, sla: { firstResponse: 4h } }
  - { id: google-reviews, kind: google-reviews, page: accounts/1/locations/2, secret: google, every: 30m, sla: { firstResponse: 1d } }
  - { id: youtube, kind: youtube, page: UCcoffeelab, secret: youtube, every: 30m, sla: { firstResponse: 8h } }
`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

/** A touchpoint of which the table knows nothing. */
export function emptyHistory(touchpoint: Touchpoint): TouchpointHistory {
  return { touchpoint, statuses: [], days: [], incidents: [], sent: [], conversations: [], polls: [], watch: null };
}

/** A green day of 48 runs; its numbers wander a little with `n`. */
export function aDay(date: string, checkId: CheckId, n = 0, overrides: Partial<DayRollUp> = {}): DayRollUp {
  const spread = (p50: number) => ({ p50: p50 + n * 10, p75: Math.round(p50 * 1.1) + n * 10, max: p50 * 2 });
  const measurements: DayRollUp['measurements'] = checkId.includes('page-load')
    ? { lcpMs: spread(1600), loadMs: spread(checkId.endsWith('desktop') ? 1400 : 2400) }
    : checkId.includes('lighthouse')
      ? { score: { p50: 0.93, p75: 0.93, max: 0.94 } }
      : checkId.includes('contacts')
        ? { clicksToContact: { p50: 0, p75: 0, max: 0 } }
        : {};
  return { date, runs: { green: 48, yellow: 0, red: 0, unknown: 0 }, measurements, ...overrides };
}

/** Somebody waits for an answer since Monday, unless overridden. */
export function aConversation(overrides: Partial<Conversation> = {}): Conversation {
  return {
    checkId: 'facebook/responses',
    id: 'thread',
    place: null,
    kind: 'comment',
    state: 'waiting',
    reason: 'unanswered',
    startedAt: '2026-11-16T08:00:00.000Z',
    waitingSince: '2026-11-16T08:00:00.000Z',
    answeredAt: null,
    responseMinutes: null,
    closedAt: null,
    keepUntil: '2027-02-16T08:00:00.000Z',
    nudgedAt: null,
    permalink: 'https://social.example/posts/1',
    rating: null,
    authorId: null,
    author: 'Ann K.',
    text: 'Are you open on Sunday?',
    forgotten: false,
    ...overrides,
  };
}

/** @param averages of the days up to Sunday, 22 November 2026 */
export function aPoll(checkId: CheckId, averages: readonly number[]): PollState {
  const last = Date.parse('2026-11-22');
  return {
    checkId,
    polledAt: '2026-11-23T05:55:00.000Z',
    retryAt: null,
    cause: null,
    caughtUp: true,
    ratings: averages.map((average, n) => ({
      date: new Date(last - (averages.length - 1 - n) * 24 * 3_600_000).toISOString().slice(0, 10),
      average,
    })),
    memory: {},
  };
}
