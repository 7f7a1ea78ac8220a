import type { TouchpointEvidence } from '../../functions/digest/report/read-report.ts';
import { pageLoad } from '../../shared/model/probes/page-load.ts';
import { aCheck } from '../support/a-check.ts';
import type { WeekName } from './six-weeks.ts';

const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** What the last visits of the website brought; nothing in a week without data. */
export function someEvidence(name: WeekName): ReadonlyMap<string, TouchpointEvidence> {
  if (name === 'no-data') return new Map();
  const request = { type: 'Image', status: 200, waitMs: 120, thirdParty: null, bytes: 240_000 };
  const at = '2026-11-23T05:55:00.000Z';
  const website: TouchpointEvidence = {
    trends: [
      {
        checkId: 'website/page-load@mobile',
        spec: pageLoad.measurements.lcpMs,
        bound: 2500,
        points: Array.from({ length: 14 }, (_, n) => ({
          date: `2026-11-${String(n + 9).padStart(2, '0')}`,
          p75: 1600 + n * 90,
        })),
      },
    ],
    sights: [
      {
        check: aCheck({ id: 'website/page-load@mobile' }),
        at,
        picture: onePixel,
        waterfall: {
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
        },
        contacts: [],
      },
      {
        check: aCheck({ id: 'website/contacts@mobile' }),
        at,
        picture: null,
        waterfall: null,
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

const contact = {
  text: '+380 44 123 45 67',
  page: 'https://coffeelab.example/',
  clicks: 0,
  aboveFold: true,
  usable: true,
  coveredBy: null,
} as const;
