import { expect, test } from 'vitest';
import { formatsFor } from '../../functions/digest/formats.ts';
import { wordTouchpoint } from '../../functions/digest/word-touchpoint.ts';
import type { TouchpointWeek } from '../../shared/evaluation/week/of-touchpoint.ts';
import { troublesOf } from '../../shared/evaluation/week/troubles.ts';
import { nameTouchpoints } from '../../shared/i18n/name-touchpoints.ts';
import type { Language } from '../../shared/model/business.ts';
import { languages } from '../../shared/model/language.ts';
import { saySameFacts } from '../../shared/probes/same-facts/statements.ts';
import { anIncident } from '../support/a-status.ts';

const well: TouchpointWeek = {
  id: 'facebook',
  kind: 'facebook',
  place: 'social',
  isScored: false,
  assessed: null,
  url: null,
  light: 'green',
  probeLights: {},
  measuredAt: '2026-11-23T05:55:00.000Z',
  strip: [],
  worstBefore: 'green',
  badMs: 0,
  badMsBefore: 0,
  figures: [],
  troubles: [],
  overdue: [],
  dueSoon: [],
  enquiries: null,
  hasForm: false,
  measurementGaps: [],
  noise: { alerts: 0, checks: [] },
  runs: 672,
};

function summary(week: Partial<TouchpointWeek>, language: Language = 'en'): string {
  const formats = formatsFor(language, 'Europe/Kyiv', '2026-11-23T06:00:00.000Z');
  const touchpoint = { ...well, ...week };
  const limits = { spans: 3, overdue: 3 };
  return wordTouchpoint(touchpoint, nameTouchpoints([touchpoint], formats), formats, limits).summary;
}

test('a week without trouble is summed up as one', () => {
  expect(summary({})).toBe('No problems. Week before: green.');
  expect(summary({ light: 'unknown' })).toBe('No problems. Week before: green.');
});

test('trouble of the week counts, also where it is still there', () => {
  expect(summary({ light: 'red', badMs: 2 * 3_600_000 })).toBe('2 hours of problems this week. Week before: green.');
});

test('a touchpoint that turned red or yellow after the week is not called free of problems', () => {
  expect(summary({ light: 'red' })).toBe('The problem began after this week. Week before: green.');
  expect(summary({ light: 'yellow' }, 'uk')).toBe('Проблема почалася вже після цього тижня. Тиждень тому: зелене.');
  expect(summary({ light: 'red' }, 'ru')).toBe('Проблема началась уже после этой недели. Неделей раньше: зелёный.');
});

test('in a week that is not over, trouble of today is not said to have begun after it', () => {
  const strip = [{ date: '2026-11-29', light: null }];
  expect(summary({ light: 'red', strip })).toBe('A problem has just begun. Week before: green.');
  expect(summary({ light: 'red', strip }, 'uk')).toBe('Проблема щойно почалася. Тиждень тому: зелене.');
  expect(summary({ light: 'red', strip }, 'ru')).toBe('Проблема только что началась. Неделей раньше: зелёный.');
});

test('a week that nobody measured says so', () => {
  expect(summary({ light: 'unknown', runs: 0 })).toBe('Not measured this week. Week before: green.');
});

test.each(languages)('three facts that differ are told to the end, with where to correct them (%s)', (language) => {
  const places = (...others: ('google' | 'facebook')[]) => ({ pages: [], data: [], others });
  const site = { pages: ['/', '/contact'], data: ['/'], others: [] };
  const says = saySameFacts('same-facts/differ', {
    differences: [
      {
        ...{ fact: 'phone', days: '' },
        versions: [
          { values: ['+380441234567;ext=5'], places: site },
          { values: ['+380441234568'], places: places('google', 'facebook') },
        ],
      },
      {
        ...{ fact: 'address', days: '' },
        versions: [
          { values: ['12 Reitarska Street, 01030 Kyiv'], places: site },
          { values: ['вул. Рейтарська, 14, 01030 Київ'], places: places('google') },
        ],
      },
      {
        ...{ fact: 'hours', days: '456' },
        versions: [
          { values: ['09:00–21:00'], places: site },
          { values: ['09:00–13:00', '14:00–18:00'], places: places('google', 'facebook') },
        ],
      },
    ],
    others: 0,
    remarks: [],
  });
  const incident = anIncident({ checkId: 'website/same-facts', finding: { kind: 'cause', cause: null, says } });
  const troubles = troublesOf([incident], { from: '2026-11-23T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' });
  const week = { ...well, id: 'website', kind: 'website' as const, troubles };
  const formats = formatsFor(language, 'Europe/Kyiv', '2026-11-24T06:00:00.000Z');
  const view = wordTouchpoint(week, nameTouchpoints([week], formats), formats, { spans: 3, overdue: 3 });
  const detail = view.troubles.items[0]?.seen[0]?.text ?? '';
  expect(detail.length).toBeGreaterThan(480);
  expect(detail).toMatch(/Facebook .*\)\.$/);
});
