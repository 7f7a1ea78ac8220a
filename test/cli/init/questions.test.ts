import { describe, expect, it } from 'vitest';
import { askWhatNobodyCanKnow } from '../../../cli/init/questions.ts';

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
