import type { Language } from '../../../shared/model/business.ts';
import type { DayRollUp } from '../../../shared/model/status.ts';
import { aResult } from '../../support/a-result.ts';
import { anIncident } from '../../support/a-status.ts';
import { slowPage } from '../../support/said.ts';
import { brokenForm } from '../coffee-lab.ts';
import { states } from '../states.ts';
import { greenMonth, type KnownDetails } from './detail-stores.ts';

const load = 'website/page-load@mobile';
const at = (minutes: number) => new Date(Date.parse('2026-11-23T09:40:00.000Z') - minutes * 60_000).toISOString();
const reference = (check: string, name: string) =>
  `evidence/website/${encodeURIComponent(check)}/${encodeURIComponent(at(0))}/${name}`;

const runs = [6100, 5200, 1900, 2300, 3100, 1800].map((lcpMs, n) =>
  aResult({
    ...{ checkId: load, scheduledAt: at(n * 30), attempts: lcpMs > 4000 ? 2 : 1 },
    measurements: { lcpMs, loadMs: lcpMs + 900, cls: 0.15, ttfbMs: 320, tbtMs: 150, fcpMs: 1200 },
    evidence: [
      { name: 'screenshot.jpg', contentType: 'image/jpeg', reference: reference('page-load@mobile', `${n}.jpg`) },
    ],
  }),
);

const contacts = aResult({
  ...{ checkId: 'website/contacts@mobile', scheduledAt: at(0), measurements: { clicksToContact: 0 } },
  evidence: [{ name: 'marked.jpg', contentType: 'image/jpeg', reference: reference('contacts@mobile', 'marked.jpg') }],
  details: {
    pictures: [
      {
        ...{ name: 'marked.jpg', page: 'https://coffeelab.example/', width: 360, height: 740 },
        marks: [
          { kind: 'phone', label: '+380 44 123 45 67', state: 'usable', x: 20, y: 80, width: 180, height: 30 },
          { kind: 'email', label: 'info@coffeelab.example', state: 'unseen', x: 20, y: 400, width: 220, height: 30 },
        ],
      },
    ],
  },
});

const bad: Readonly<Record<string, Partial<DayRollUp['runs']>>> = {
  '2026-11-12': { red: 8 },
  '2026-11-20': { red: 20 },
  '2026-11-21': { yellow: 10 },
};
const days = greenMonth(load).map((each) => ({
  ...each,
  day: { ...each.day, runs: { ...each.day.runs, ...bad[each.day.date] } },
}));

const past = Object.keys(bad).map((date, n) =>
  anIncident({
    ...{ state: 'resolved', finding: slowPage(5000 + n * 400), worstLight: n === 2 ? 'yellow' : 'red' },
    ...{ suspectedAt: `${date}T09:00:00.000Z`, openedAt: `${date}T09:05:00.000Z`, resolvedAt: `${date}T13:20:00.000Z` },
  }),
);

const form = aResult({
  ...{ checkId: 'website/form', scheduledAt: '2026-11-23T09:05:00.000Z', outcome: 'failed', cause: 'form-error' },
  evidence: [{ name: 'screenshot.jpg', contentType: 'image/jpeg', reference: brokenForm.evidence[0] ?? '' }],
});

/** Coffee Lab in trouble, with all that its pages can show of it. */
export function inTrouble(language: Language): KnownDetails {
  const known = states.trouble(language);
  return { ...known, results: [...runs, contacts, form], days, incidents: past };
}

/** Each page, by its address. */
export const detailPages = {
  website: '/touchpoint?id=website',
  facebook: '/touchpoint?id=facebook',
  check: `/check?${new URLSearchParams({ id: load })}`,
  'social check': '/check?id=facebook%2Fresponses',
  weeks: '/weeks',
  'older incidents': `/touchpoint?${new URLSearchParams({ id: 'website', before: at(0), check: load })}`,
} as const;

export const weeks = { list: async () => ['2026-W47', '2026-W46'], read: async () => null };
