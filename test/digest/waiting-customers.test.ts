import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { wordHeadline } from '../../functions/digest/word-week.ts';
import { summarizeTouchpoint, type TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../shared/evaluation/week/summarize-week.ts';
import type { Language, Touchpoint } from '../../shared/model/business.ts';
import { aBusiness } from '../support/a-week.ts';
import { failing } from './failing-histories.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const { business, calendar, touchpoints: all } = aBusiness();

/** A week of Coffee Lab in which one place is not healthy. */
function mailOf(id: string, history: (touchpoint: Touchpoint) => TouchpointHistory, language: Language = 'en') {
  const touchpoints = all.map((each) =>
    summarizeTouchpoint((each.id === id ? history : healthy)(each), { week, before, now, calendar }),
  );
  const summary = summarizeWeek({ business, calendar, week, now, touchpoints, monthlyDollars: null });
  const { subject, text } = renderMail(summary, { language, reportUrl: null });
  return { summary, subject, text: text.replaceAll(/\s+/g, ' ') };
}

test.each([
  ['en', '1 red: 5 customers (Facebook) have waited too long, up to 6 h of business time'],
  ['uk', '1 червона: надто довго чекають на відповідь (Facebook) – 5, найдовше 6 год робочого часу'],
  ['ru', '1 красная: слишком долго ждут ответа (Facebook) – 5, дольше всех 6 ч рабочего времени'],
] as const)('where customers wait, the subject says how many and how long, in %s', (language, subject) => {
  expect(mailOf('facebook', failing, language).subject).toBe(subject);
});

test('the headline says since when the longest has waited, not since when that is known', () => {
  const { text } = mailOf('facebook', failing);
  expect(text).toContain('up to 6 h of business time, since Fri 20 Nov, 12:00.');
});

/** Red since its last run, after an incident that is over. */
function justRed(touchpoint: Touchpoint): TouchpointHistory {
  const history = failing(touchpoint);
  const past = history.incidents.map((incident) => ({
    ...incident,
    state: 'resolved' as const,
    resolvedAt: '2026-11-20T16:00:00.000Z',
  }));
  const statuses = history.statuses.map((status) => ({ ...status, incident: null }));
  return { ...history, incidents: past, statuses };
}

test('what has turned red after an incident that is over is not called working again', () => {
  const { subject, text } = mailOf('website', justRed);
  expect(subject).toBe('1 red: Website');
  expect(text).toContain('That is fixed, but something else is not well now: see below.');
  expect(text).not.toContain('Everything is working again');
});

test('what has just turned red, and nothing before, is said to be new', () => {
  const fresh = (touchpoint: Touchpoint) => ({ ...justRed(touchpoint), incidents: [] });
  const { summary, subject, text } = mailOf('website', fresh);
  expect(subject).toBe('1 red: Website');
  expect(text).toContain('Something has just stopped being green');
  expect(text).not.toContain('Everything was green');
  // Its agency reads one line, with nothing below it.
  expect(wordHeadline(summary, 'en')).toBe('1 red: Website.');
  expect(wordHeadline(summary, 'uk')).toBe('1 червона: Сайт.');
});

test('today is not green beside a red light that is not confirmed yet; the days before are as they were', () => {
  const [website] = all;
  if (website === undefined) throw new Error('Coffee Lab has no website.');
  const sunday = '2026-11-22T18:00:00.000Z';
  const [first, ...others] = healthy(website).statuses.map((status) => ({ ...status, lastRunAt: sunday }));
  if (first === undefined) throw new Error('The website has no check.');
  const statuses = [{ ...first, light: 'red', lightSince: sunday } as const, ...others];
  const { light, strip } = summarizeTouchpoint(
    { ...healthy(website), statuses },
    { week, before, now: sunday, calendar },
  );
  expect(light).toBe('red');
  expect(strip.map((each) => each.light)).toEqual([...Array.from({ length: 6 }, () => 'green'), 'red']);
});
