import { describe, expect, it } from 'vitest';
import { askWhatNobodyCanKnow } from '../../../cli/init/questions.ts';
import { holidaysAhead } from '../../../shared/config/holidays.ts';

describe('the questions', () => {
  it('are few, take what was found for an empty answer, and repeat a wrong one', async () => {
    const answers = ['', 'Europe/Kyiv', 'a@x.example, b@x.example', 'owner@x.example', ''];
    const asked: string[] = [];
    const result = await askWhatNobodyCanKnow(
      { business: 'Coffee Lab', timeZone: 'UTC' },
      async (question, proposed, problemOf) => {
        asked.push(question);
        const answer = answers.shift() || proposed;
        expect(problemOf(answer)).toBeNull();
        expect(problemOf(question === 'Its time zone' ? 'Mars/Olympus' : 'x'.repeat(81))).not.toBeNull();
        return answer;
      },
    );
    expect(asked).toHaveLength(5);
    expect(result).toEqual({
      business: 'Coffee Lab',
      timeZone: 'Europe/Kyiv',
      hours: null,
      holidays: null,
      alertsTo: ['a@x.example', 'b@x.example'],
      digest: { to: 'owner@x.example', from: 'owner@x.example' },
    });
  });
});

describe('hours that only a person understands', () => {
  const answer = async (hours: string) => {
    const asked: string[] = [];
    const problems: (string | null)[] = [];
    const result = await askWhatNobodyCanKnow(
      { business: 'Coffee Lab', timeZone: 'UTC', unclearHours: 'Summer: 9-20, winter: 10-18' },
      async (question, proposed, problemOf) => {
        asked.push(question);
        const said = question.startsWith('When somebody') ? hours || proposed : proposed;
        problems.push(problemOf(said));
        return said;
      },
    );
    return { hours: result.hours, asked, problems };
  };

  it('become a question, whose answer is read as the site is', async () => {
    const { hours, asked } = await answer('Tue-Sat 10am-6pm');
    expect(asked).toContain('When somebody is at work (the site says "Summer: 9-20, winter: 10-18")');
    expect(hours).toEqual({ 'tue-sat': ['10:00-18:00'] });
    expect((await answer('')).hours).toEqual({ 'mon-fri': ['09:00-18:00'] });
  });

  it('are asked for again where the answer is no hours', async () => {
    expect((await answer('whenever')).problems).toContain(
      'cannot be read as opening hours; write them like "Mon-Fri 9:00-13:00, 14:00-18:00; Sat 10:00-14:00"',
    );
  });
});

describe('public holidays', () => {
  const asked = async (country: string, said: string) => {
    const questions: string[] = [];
    const { holidays } = await askWhatNobodyCanKnow(
      { business: 'Coffee Lab', timeZone: 'UTC', holidays: holidaysAhead(country, '2026-11-22') },
      async (question, proposed, problemOf) => {
        questions.push(question);
        const answer = question.includes('public holidays') ? said || proposed : proposed;
        expect(problemOf(answer)).toBeNull();
        if (question.includes('public holidays')) expect(problemOf('perhaps')).toBe('is neither yes nor no');
        return answer;
      },
    );
    return { holidays, question: questions.find((each) => each.includes('public holidays')) };
  };

  it('are asked about with the next of them, and taken for days off where that is usual', async () => {
    const { holidays, question } = await asked('DE', '');
    expect(question).toBe(
      "Is the business closed on the public holidays of DE, such as Fri 25 Dec 2026 Christmas Day, Sat 26 Dec 2026 Boxing Day, Fri 01 Jan 2027 New Year's Day, Fri 26 Mar 2027 Good Friday (yes or no)",
    );
    expect(holidays).toBe(true);
    expect((await asked('DE', 'no')).holidays).toBe(false);
  });

  it('are working days in Ukraine unless somebody says otherwise, and the question says why', async () => {
    const { holidays, question } = await asked('UA', '');
    expect(question).toMatch(
      /^Under martial law \(since 24 February 2022\), public holidays in Ukraine are working days/,
    );
    expect(question).toContain('Fri 25 Dec 2026 Christmas');
    expect(holidays).toBe(false);
    expect((await asked('UA', 'yes')).holidays).toBe(true);
  });

  it('are not asked about where nobody keeps a calendar of them', async () => {
    const result = await askWhatNobodyCanKnow(
      { business: 'Coffee Lab', timeZone: 'UTC' },
      async (_, proposed) => proposed,
    );
    expect(result.holidays).toBeNull();
  });
});
