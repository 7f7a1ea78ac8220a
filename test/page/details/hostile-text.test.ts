import { describe, expect, it } from 'vitest';
import { quoted } from '../../../shared/model/finding.ts';
import { aResult } from '../../support/a-result.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { aConversation } from '../../support/a-week.ts';
import { aPage } from '../a-page.ts';
import { acknowledged, coffeeLab, openedAt } from '../coffee-lab.ts';
import { detailStores } from './detail-stores.ts';

const configuration = coffeeLab();
const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const turned = '\u202egpj.exe\u2067';
const megabyte = 'long '.repeat(200_000);
const says = `${script} ${turned} ${megabyte}`;
const cause = { kind: 'cause' as const, cause: 'form-error', says: { id: 'quoted', params: { text: says } } };
const checkId = 'website/form';
const scheduledAt = '2026-11-23T09:30:00.000Z';

const incident = anIncident({ checkId, finding: cause });
const known = {
  statuses: [aStatus({ checkId, light: 'red', lastRunAt: scheduledAt, lastFinding: cause, incident })],
  incidents: [
    anIncident({
      checkId,
      finding: cause,
      state: 'resolved',
      openedAt: '2026-11-20T09:00:00.000Z',
      resolvedAt: '2026-11-20T10:00:00.000Z',
    }),
  ],
  acknowledgements: [acknowledged({ subjectAt: openedAt, why: says, by: says })],
  maintenance: [
    { touchpointId: 'website', from: '2026-11-23T09:00:00.000Z', to: '2026-11-23T12:00:00.000Z', why: says, by: says },
  ],
  conversations: [
    aConversation({
      author: `${script}`.slice(0, 40),
      text: `${script}${turned}`.slice(0, 140),
      permalink: 'javascript:alert(3)',
    }),
  ],
  results: [
    aResult({
      ...{ checkId, scheduledAt, outcome: 'failed', cause: 'form-error', reason: quoted(says) },
      evidence: [{ name: says, contentType: 'image/jpeg', reference: says.slice(0, 500) }],
      details: {
        found: [{ kind: 'phone', value: says, page: says }],
        pictures: [
          {
            name: says,
            page: says,
            width: 400,
            height: 800,
            marks: [{ kind: 'form', label: says, state: 'faulty', x: 1, y: 1, width: 50, height: 50 }],
          },
        ],
        evidenceMissing: [{ name: says, why: 'failed', code: says }],
      },
    }),
  ],
};

describe('what pages, customers and people wrote', () => {
  it.each(['/touchpoint?id=website', '/touchpoint?id=facebook', '/check?id=website%2Fform'])(
    'is shown as text and shortened on %s',
    async (path) => {
      const html = await aPage({ configuration, stores: detailStores(configuration, known) }).html(path);
      expect(html).not.toMatch(/<script>|<img src=x|javascript:/);
      expect(html).not.toMatch(/[\u202e\u2067]/);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(html.length).toBeLessThan(60_000);
    },
  );

  it('stands apart from our own words, so that it does not turn them round', async () => {
    const html = await aPage({ configuration, stores: detailStores(configuration, known) }).html(
      '/touchpoint?id=website',
    );
    const outside = html.replaceAll(/<bdi>.*?<\/bdi>/gs, '').replaceAll(/<[^>]*>/g, ' ');
    expect(outside).not.toContain('alert(1)');
  });
});
