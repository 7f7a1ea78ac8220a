import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { recallCompetitors } from '../../cli/local/demo-competitors.ts';
import { playedRegions } from '../../cli/local/demo-region.ts';
import { recallEnquiries } from '../../cli/local/demo-shopper.ts';
import { readComparison } from '../../functions/digest/read-comparison.ts';
import { reportQuestion } from '../../functions/probe-social/chat-question/report-question.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { planEnquiry } from '../../shared/evaluation/shopper/plan-enquiry.ts';
import { lastFullWeek } from '../../shared/evaluation/week/week.ts';
import { type Configuration, scheduledChecks } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import { enquirySchema, type TestEnquiry } from '../../shared/model/test-enquiry.ts';
import { hourMs } from '../../shared/model/time-spans.ts';
import { chatQuestion } from '../../shared/probes/chat-question/spec.ts';
import { emptyStores } from '../support/empty-stores.ts';

const monday = Date.parse('2026-11-23T00:00:00+02:00');

function demo(): Configuration {
  const file = new URL('../../examples/demo-business/touchpoints.yaml', import.meta.url);
  const reading = parseConfiguration(readFileSync(file, 'utf8'), 'touchpoints.yaml', '2026-11-23');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

function checkOf(configuration: Configuration, checkId: string): Check {
  const check = scheduledChecks(configuration).find(({ id }) => id === checkId);
  if (check === undefined) throw new Error(`The demo has no ${checkId}.`);
  return check;
}

it('the nights that the demo remembers are enough to compare all sites, in the last full week, too', async () => {
  const stored: Result[] = [];
  const stores = emptyStores({
    results: {
      put: async (result) => {
        stored.push(result);
        return 'stored';
      },
      list: async (id, { from, to }) =>
        stored.filter(
          ({ checkId, scheduledAt }) => checkId === id && scheduledAt >= from && (to === undefined || scheduledAt < to),
        ),
      newest: async () => [],
    },
  });
  const configuration = demo();
  for (const hour of [1, 6 * 24]) {
    stored.length = 0;
    const now = monday + hour * hourMs;
    await recallCompetitors(stores, configuration, now);
    expect(stored.every(({ scheduledAt }) => Date.parse(scheduledAt) < now)).toBe(true);
    const week = lastFullWeek(toInstant(now), 'Europe/Kyiv');
    const comparison = await readComparison(configuration, stores.results, { week, now: toInstant(now), weeks: [] });
    const { own, competitors = [] } = comparison ?? {};
    for (const { contentMs } of [...(own ? [own] : []), ...competitors]) expect(contentMs).toBeGreaterThan(1_000);
    expect(competitors.map(({ notYet }) => notYet)).toEqual([null, null]);
  }
});

it('nothing is asked or written while the demo runs, whenever it is started', async () => {
  const configuration = demo();
  for (const hour of [0, 9.5, 13, 30, 6 * 24 + 12]) {
    const now = monday + hour * hourMs;
    const known: TestEnquiry[] = [];
    const claim = async (enquiry: TestEnquiry) => {
      known.push(enquirySchema.parse(enquiry));
      return enquiry;
    };
    const { enquiries } = emptyStores();
    await recallEnquiries({ enquiries: { ...enquiries, claim } }, configuration, now);
    expect(known.map(({ checkId }) => checkId).toSorted()).toEqual(['shopper/shopper', 'website/chat-question']);
    const { calendar } = configuration;
    const inChat = known.filter(({ scenario }) => scenario === 'chat');
    const options = chatQuestion.options.parse(checkOf(configuration, 'website/chat-question').options);
    const given = {
      checkId: 'website/chat-question',
      slaMinutes: 480,
      calendar,
      now: toInstant(now),
      options,
      isComplete: true,
    };
    const { measurements } = reportQuestion(inChat, given);
    // Late, which is yellow.
    expect(measurements?.['firstResponseMinutes']).toBeGreaterThan(480);
    for (const enquiry of known) {
      expect(Date.parse(enquiry.sentAt)).toBeLessThan(now);
      const frame = {
        checkId: enquiry.checkId,
        perWeek: 1,
        slaMinutes: 480,
        calendar,
        now: toInstant(now + hourMs / 4),
      };
      expect(planEnquiry([enquiry], frame).reason).toBe('not-due');
    }
  }
});

it('the region that the demo asks answers at once, about what it was asked', async () => {
  const configuration = demo();
  const { asker, views, home } = playedRegions(configuration);
  const check = checkOf(configuration, 'website/availability');
  const at = toInstant(monday);
  await asker.ask(check, at);
  expect(home).toBe('eu-west-1');
  expect(await views.of(check.id, at, check.regions ?? [])).toMatchObject([{ region: 'eu-north-1', saw: 'works' }]);
  expect(await views.of(check.id, toInstant(monday + 1), check.regions ?? [])).toEqual([]);
});
