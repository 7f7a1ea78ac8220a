import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { type Language, languages } from '../../../shared/model/language.ts';
import { aConversation } from '../../support/a-week.ts';
import { foreignWords } from '../../support/foreign-words.ts';
import { aPage, type PageOptions } from '../a-page.ts';
import { detailStores } from './detail-stores.ts';

function surveyed(language: Language): Configuration {
  const reading = parseConfiguration(
    `{ business: Coffee Lab, timeZone: Europe/Kyiv, language: ${language}, touchpoints: [{ id: nps, kind: survey }] }`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

const comment = (n: number, score: number, text: string, permalink: string | null = null) =>
  aConversation({
    ...{ checkId: 'nps/survey', id: `answer-${n}`, kind: 'survey', state: 'no-reply-needed', reason: 'survey-comment' },
    ...{ startedAt: new Date(Date.parse('2026-11-20T09:00:00Z') - n * 86_400_000).toISOString(), waitingSince: null },
    ...{ author: '', score, text, permalink },
  });
const few = [
  comment(1, 10, 'Great coffee'),
  comment(2, 3, 'Nobody <b>called</b> back', 'https://survey.example/r/2'),
  comment(3, 6, 'Slow', 'javascript:alert(1)'),
  comment(4, 9, ''),
];

function pageOf(conversations = few, options: Partial<PageOptions> = {}, language: Language = 'en') {
  const configuration = surveyed(language);
  return aPage({ configuration, stores: detailStores(configuration, { conversations }), ...options });
}

const path = '/touchpoint?id=nps';

describe('what customers wrote in a survey', () => {
  it('is read by operators, that of dissatisfied ones first and then the newest, with score, day and link', async () => {
    const text = await pageOf().text(path);
    const lines = text.split('\n');
    const from = lines.indexOf('What customers wrote');
    expect(lines.slice(from, from + 7)).toEqual([
      'What customers wrote',
      expect.stringContaining('called'),
      '3 out of 10, Wed 18 Nov, 11:00',
      'Slow',
      '6 out of 10, Tue 17 Nov, 11:00',
      'Great coffee',
      '10 out of 10, Thu 19 Nov, 11:00',
    ]);
    const html = await pageOf().html(path);
    expect(html).toContain('Nobody &lt;b&gt;called&lt;/b&gt; back');
    expect(html).toContain('<a href="https://survey.example/r/2" rel="noreferrer noopener">3 out of 10');
    expect(html).not.toContain('javascript:');
  });

  it('is not for readers', async () => {
    const html = await pageOf(few, { role: 'reader' }).html(path);
    expect(html).toContain('Comments are shown to operators only.');
    expect(html).not.toMatch(/called|Slow|Great coffee|survey\.example/);
  });

  it('is shown in part where there is much of it', async () => {
    const many = Array.from({ length: 500 }, (_, n) => comment(n, n % 2 === 0 ? 9 : 2, `no. ${n}`));
    const html = await pageOf(many).html(path);
    expect(html.match(/>no\. \d+</g)).toHaveLength(30);
    expect(html).toContain('470 more comments are stored.');
    expect(html).not.toContain('>no. 0<');
  });

  it('says so where there is none', async () => {
    expect(await pageOf([]).html(path)).toContain('The latest answers have no comments.');
    expect(await pageOf([], { role: 'reader' }).html(path)).toContain('The latest answers have no comments.');
  });

  it('is said in the language of the business', async () => {
    for (const language of languages.filter((each) => each !== 'en')) {
      const many = Array.from({ length: 31 }, (_, n) => comment(n, 2, '12345'));
      const text = await pageOf(many, {}, language).text(path);
      const own = text.split('\n').filter((line) => !/Coffee Lab|touchlight/.test(line));
      expect(own.flatMap(foreignWords), language).toEqual([]);
    }
  });
});
