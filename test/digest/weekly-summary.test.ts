import { describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/digest/handler.ts';
import { summarizeWeek } from '../../functions/digest/weekly-summary.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Mail } from '../../shared/ports/mailer.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { anIncident, aStatus } from '../support/a-status.ts';

const week = {
  business: 'Coffee Lab',
  timeZone: 'Europe/Kyiv',
  range: { from: '2026-11-16T06:00:00.000Z', to: '2026-11-23T06:00:00.000Z' },
};

describe('the week in plain words', () => {
  test('a green touchpoint is one line', () => {
    const { subject, text } = summarizeWeek({
      ...week,
      touchpoints: [{ id: 'website', statuses: [aStatus()], incidents: [] }],
    });
    expect(subject).toBe('Coffee Lab: 1 green');
    expect(text).toBe('From 16 November to 23 November\n\nwebsite is green: all is well\n- Its check is green.\n');
  });

  test('the worst light of its checks is the touchpoint’s, and what happened is told', () => {
    const statuses = [
      aStatus(),
      aStatus({ checkId: 'website/form', light: 'red', lastReason: 'The form answers 500.' }),
    ];
    const over = anIncident({
      state: 'resolved',
      suspectedAt: '2026-11-18T22:30:00.000Z',
      resolvedAt: '2026-11-20T09:00:00.000Z',
    });
    const { subject, text } = summarizeWeek({
      ...week,
      touchpoints: [{ id: 'website', statuses, incidents: [over, anIncident()] }],
    });
    expect(subject).toBe('Coffee Lab: 1 red');
    expect(text).toContain('- form: red. The form answers 500.');
    // 22:30 UTC is already the next day in Kyiv.
    expect(text).toContain('page-load@mobile was red from 19 November until 20 November: The main content');
    expect(text).toContain('from 23 November and it still is:');
  });

  test('what was never measured is grey, never green', () => {
    const { subject, text } = summarizeWeek({ ...week, touchpoints: [{ id: 'website', statuses: [], incidents: [] }] });
    expect(subject).toBe('Coffee Lab: 1 grey');
    expect(text).toContain('Nothing has been measured yet.');
  });

  test('text from a page never becomes markup', () => {
    const statuses = [aStatus({ light: 'red', lastReason: '<script>alert("x")</script>' })];
    const { html } = summarizeWeek({ ...week, touchpoints: [{ id: 'website', statuses, incidents: [] }] });
    expect(html).not.toContain('<script');
    expect(html).toContain('&#60;script&#62;');
  });
});

describe('the step', () => {
  test('reads the week before its scheduled time and mails the readers', async () => {
    const mails: Mail[] = [];
    const asked: unknown[] = [];
    await aDigest({
      mails,
      incidents: async (touchpointId, range) => {
        asked.push([touchpointId, range]);
        return [];
      },
    })({ scheduledAt: '2026-11-23T06:00:00Z' });
    expect(asked).toEqual([['website', { from: '2026-11-16T06:00:00.000Z', to: '2026-11-23T06:00:00.000Z' }]]);
    expect(mails).toMatchObject([
      { from: 'owner@coffeelab.example', to: ['owner@coffeelab.example'], subject: 'Coffee Lab: 1 green' },
    ]);
  });

  test('fails, to be tried again, when the mail is not accepted', async () => {
    const digest = aDigest({
      mails: {
        push: () => {
          throw new Error('Email address is not verified.');
        },
      },
    });
    await expect(digest({ scheduledAt: '2026-11-23T06:00:00Z' })).rejects.toThrow('not verified');
  });
});

type Incidents = Parameters<typeof createHandler>[0]['stores']['incidents'];

function aDigest({
  mails,
  incidents = async () => [],
}: {
  mails: { push(mail: Mail): unknown };
  incidents?: Incidents['list'];
}) {
  const reading = parseConfiguration(
    'business: Coffee Lab\ntimeZone: Europe/Kyiv\ndigest: { to: [owner@coffeelab.example] }\ntouchpoints: [{ id: website, kind: website, url: "https://coffeelab.example" }]',
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return createHandler({
    configuration: reading.configuration,
    stores: {
      statuses: { list: async () => [aStatus()], load: async () => null, save: async () => 'saved' },
      incidents: { list: incidents, put: async () => {} },
    },
    mailer: { send: async (mail) => void mails.push(mail) },
    logger: aQuietLogger(),
    count: () => {},
    now: () => Date.parse('2026-11-23T06:00:00Z'),
  });
}
