import { describe, expect, it } from 'vitest';
import { summarizeScorecard } from '../../../shared/evaluation/scorecards/summary.ts';
import { aSheet, flawless, phoneCard } from '../../support/a-scorecard.ts';

const now = Date.parse('2026-11-23T08:00:00Z');
const ofSheets = (...sheets: ReturnType<typeof aSheet>[]) => summarizeScorecard(phoneCard, sheets, now);

describe('the light of a scorecard', () => {
  it('is green where everything is as it should be, with its number of visits and its date', () => {
    expect(ofSheets(aSheet(flawless))).toMatchObject({
      ...{ scorecard: 'phone-call', title: 'Phone call', place: 'phone' },
      ...{ score: 1, light: 'green', reason: 'at-least-green', n: 1, newestAt: '2026-11-20T10:00:00.000Z' },
      ...{ answeredShare: 1, criticalFailed: [], agreement: null },
    });
  });

  it('weighs questions within their section, and sections within the whole', () => {
    const { score, sections, light } = ofSheets(
      aSheet({ rings: 5.5, greeting: 'yes', solved: 3, callback: null, tone: 'correct' }),
    );
    // Opening (1 * 0.5 + 2 * 1) / 3, solution 3/5 without the call-back, closing 0.75.
    expect(sections.map((section) => section.score)).toEqual([0.833333333, 0.6, 0.75]);
    expect(score).toBeCloseTo((20 * (2.5 / 3) + 50 * 0.6 + 30 * 0.75) / 100, 8);
    expect(light).toBe('yellow');
  });

  it('is red when a critical question fails, whatever the score, until a newer visit is fine', () => {
    const failed = aSheet({ ...flawless, callback: 'no' }, { visit: 'old' });
    expect(ofSheets(failed)).toMatchObject({
      ...{ score: 0.75, light: 'red', reason: 'critical-failed' },
      criticalFailed: [{ question: 'callback', ask: 'Promised call-back kept', visit: 'old' }],
    });
    const fine = aSheet(flawless, { visit: 'new', at: '2026-11-21T10:00:00.000Z' });
    expect(ofSheets(fine, failed)).toMatchObject({ score: 0.875, light: 'green', criticalFailed: [], n: 2 });
  });

  it('stays red while a newer visit did not come to the critical question', () => {
    const failed = aSheet({ ...flawless, callback: 'no' }, { visit: 'old' });
    const silent = aSheet({ ...flawless, callback: null }, { visit: 'new', at: '2026-11-21T10:00:00.000Z' });
    expect(ofSheets(failed, silent)).toMatchObject({ light: 'red', reason: 'critical-failed' });
  });

  it('is grey below 60% of the weight, but a failed critical question is red even there', () => {
    expect(ofSheets(aSheet({ rings: 2, greeting: 'yes', tone: 'warm' }))).toMatchObject({
      ...{ score: 1, light: 'unknown', reason: 'too-few-answers', answeredShare: 0.5 },
    });
    expect(ofSheets(aSheet({ solved: 1 }))).toMatchObject({ light: 'red', reason: 'critical-failed' });
  });

  it('leaves out a sheet that was hardly filled in where there are others', () => {
    const summary = ofSheets(aSheet(flawless), aSheet({ tone: 'cold' }, { visit: 'v2' }));
    expect(summary).toMatchObject({ score: 1, n: 1, answeredShare: 1 });
  });

  it('is grey when the newest visit is older than the template says, with the last score known', () => {
    const old = aSheet({ ...flawless, callback: 'no' }, { at: '2026-08-24T10:00:00.000Z' });
    expect(ofSheets(old)).toMatchObject({ score: 0.75, light: 'unknown', reason: 'outdated', n: 1 });
    const dayLater = aSheet(flawless, { visit: 'v2', at: '2026-08-25T10:00:00.000Z' });
    expect(ofSheets(old, dayLater)).toMatchObject({ score: 1, light: 'green', n: 1 });
  });

  it('is grey before anybody has assessed anything', () => {
    expect(ofSheets()).toMatchObject({ score: null, light: 'unknown', reason: 'no-visits', n: 0, newestAt: null });
  });

  it('is green at exactly its bound, however the sum is rounded', () => {
    const sheets = Array.from({ length: 10 }, (_, i) => aSheet({ ...flawless, solved: 4 }, { visit: `v${i}` }));
    // Solution (0.8 + 1) / 2 = 0.9, so 20 + 45 + 30 = 95%.
    expect(summarizeScorecard({ ...phoneCard, bounds: { green: 0.95, red: 0.7 } }, sheets, now).light).toBe('green');
  });

  it('counts a visit once however many people assessed it, and says how far they agree', () => {
    const summary = ofSheets(
      aSheet(flawless, { evaluator: 'AA' }),
      aSheet({ ...flawless, greeting: 'no', tone: 'cold' }, { evaluator: 'BB' }),
      aSheet(flawless, { visit: 'v2' }),
    );
    expect(summary.n).toBe(2);
    expect(summary.agreement).toEqual({ share: 0.6, kappa: 0, n: 5 });
    expect(summary.sections[2]).toEqual({ id: 'closing', title: 'Closing', score: 0.75, n: 2 });
  });

  it('reckons kappa by its formula', () => {
    // First yes 3 of 5, second yes 3 of 5, agreed 3 of 5: (0.6 - 0.52) / (1 - 0.52).
    const first = ['yes', 'yes', 'yes', 'no', 'no'];
    const second = ['yes', 'yes', 'no', 'yes', 'no'];
    const sheets = first.flatMap((answer, i) => [
      aSheet({ ...flawless, greeting: answer }, { visit: `v${i}`, evaluator: 'AA' }),
      aSheet({ ...flawless, greeting: second[i] ?? null }, { visit: `v${i}`, evaluator: 'BB' }),
    ]);
    const greeting = ofSheets(...sheets).table.find(({ question }) => question === 'greeting');
    expect(greeting?.agreement?.share).toBe(0.6);
    expect(greeting?.agreement?.kappa).toBeCloseTo(0.1667, 4);
  });

  it('tabulates criteria by those who were assessed', () => {
    const { table } = ofSheets(
      aSheet(flawless, { visit: 'a', contact: 'OK' }),
      aSheet({ ...flawless, greeting: 'no' }, { visit: 'b', contact: 'OK' }),
      aSheet({ ...flawless, callback: null }, { visit: 'c', contact: 'IP' }),
    );
    expect(table.map(({ question, section, byContact }) => [question, section, byContact])).toEqual([
      [
        'rings',
        'opening',
        [
          { contact: 'IP', share: 1, n: 1 },
          { contact: 'OK', share: 1, n: 2 },
        ],
      ],
      [
        'greeting',
        'opening',
        [
          { contact: 'IP', share: 1, n: 1 },
          { contact: 'OK', share: 0.5, n: 2 },
        ],
      ],
      [
        'solved',
        'solution',
        [
          { contact: 'IP', share: 1, n: 1 },
          { contact: 'OK', share: 1, n: 2 },
        ],
      ],
      ['callback', 'solution', [{ contact: 'OK', share: 1, n: 2 }]],
      [
        'tone',
        'closing',
        [
          { contact: 'IP', share: 1, n: 1 },
          { contact: 'OK', share: 1, n: 2 },
        ],
      ],
    ]);
    expect(table[1]?.overall).toEqual({ share: 0.666666667, n: 3 });
  });
});
