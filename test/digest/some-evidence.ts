import type { TouchpointEvidence } from '../../functions/digest/report/read-report.ts';
import type { Trend } from '../../shared/evaluation/week/trends.ts';
import type { Waterfall } from '../../shared/model/waterfall.ts';
import { aCheck } from '../support/a-check.ts';
import type { WeekName } from './some-weeks.ts';

const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const request = { type: 'Image', status: 200, waitMs: 120, thirdParty: null, bytes: 240_000 };
const homePageWaterfall = {
  version: 1,
  url: 'https://coffeelab.example/',
  device: 'mobile',
  marks: { loadMs: 2700 },
  requests: [
    {
      ...request,
      url: 'https://coffeelab.example/',
      type: 'Document',
      startMs: 0,
      durationMs: 300,
      bytes: 14_000,
    },
    {
      ...request,
      url: 'https://coffeelab.example/<script>alert(1)</script>.jpg',
      startMs: 320,
      durationMs: 1900,
    },
    {
      ...request,
      url: 'https://chat.example/widget.js',
      type: 'Script',
      thirdParty: 'chat.example',
      startMs: 400,
      durationMs: null,
    },
  ],
} satisfies Waterfall;

/** What the last visits of the website brought; nothing in a week without data. */
export function someEvidence(name: WeekName): ReadonlyMap<string, TouchpointEvidence> {
  if (name === 'no-data') return new Map();
  const at = '2026-11-23T05:55:00.000Z';
  const website: TouchpointEvidence = {
    trends: trendsOf(name),
    lastVisits: [
      {
        check: aCheck({ id: 'website/page-load@mobile' }),
        at,
        picture: onePixel,
        waterfall: homePageWaterfall,
        contacts: [],
      },
      {
        check: aCheck({ id: 'website/contacts@mobile' }),
        at,
        picture: null,
        waterfall: null,
        marked: [
          {
            ...{ name: 'mobile-contacts-1.jpg', page: 'https://coffeelab.example/', width: 390, height: 844 },
            src: onePixel,
            marks: [
              { kind: 'phone', label: '+380441234567', state: 'unseen', x: 20, y: 0, width: 180, height: 24 },
              { kind: 'messenger', label: '@12345', state: 'usable', ...place(1) },
              { kind: 'social', label: `${'1234567890'.repeat(8)}`, state: 'plain', ...place(2) },
              { kind: 'phone', label: '+380441234568', state: 'faulty', ...place(3) },
              { kind: 'form', label: 'Напишіть нам', state: 'untested', x: 0, y: 300, width: 390, height: 544 },
            ],
          },
        ],
        contacts: [
          { ...contact, kind: 'phone', value: '+380441234567', coveredBy: 'cookie banner' },
          { ...contact, kind: 'email', value: 'hello@coffeelab.example', clicks: 1 },
        ],
      },
      {
        check: aCheck({ id: 'website/contacts@desktop' }),
        at,
        picture: null,
        waterfall: null,
        contacts: [{ ...contact, kind: 'phone', value: '+380441234567' }],
      },
    ],
  };
  return new Map([['website', website]]);
}

function place(row: number) {
  return { x: 250, y: row * 60, width: 140, height: 30 };
}

/** Five weeks of the website, or as many days as it has been watched; it was not measured for three of them. */
function trendsOf(name: WeekName): Trend[] {
  const days = Array.from({ length: 35 }, (_, n) =>
    new Date(Date.parse('2026-10-20') + n * 86_400_000).toISOString().slice(0, 10),
  ).filter((date) => (name === 'first-week' ? date >= '2026-11-19' : date < '2026-11-02' || date > '2026-11-04'));
  const trend = (values: (n: number) => number) => days.map((date, n) => ({ date, value: values(n) }));
  return [
    {
      ...{ checkId: 'website/page-load@mobile', measurement: 'lcpMs', unit: 'ms', spread: 'p75' },
      bound: { value: 2500, side: 'at-most' },
      points: trend((n) => 1400 + n * 8 + (n % 5) * 60 + (n > 15 && n < 20 ? 1000 : 0)),
    },
    {
      ...{ checkId: 'website/page-load:/prices@desktop', measurement: 'loadMs', unit: 'ms', spread: 'p75' },
      bound: { value: 2000, side: 'at-most' },
      points: trend((n) => 900 - n * 5),
    },
    {
      ...{ checkId: 'website/lighthouse', measurement: 'score', unit: 'score', spread: 'p50' },
      bound: { value: 0.9, side: 'at-least' },
      points: trend((n) => (n === 8 ? 0.84 : 0.96 - (n % 4) / 100)),
    },
    {
      ...{ checkId: 'website/contacts@mobile', measurement: 'clicksToContact', unit: 'count', spread: 'p75' },
      bound: { value: 1, side: 'at-most' },
      points: trend(() => 0),
    },
  ];
}

const contact = {
  text: '+380 44 123 45 67',
  page: 'https://coffeelab.example/',
  clicks: 0,
  aboveFold: true,
  usable: true,
  coveredBy: null,
} as const;
