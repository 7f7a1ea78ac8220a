import { beforeEach, describe, expect, it } from 'vitest';
import { readScoredVisits } from '../../../functions/probe-social/scorecards/read-scored-visits.ts';
import { summarizeScorecard } from '../../../shared/evaluation/scorecards/summary.ts';
import { scoredVisitSchema } from '../../../shared/model/scorecard.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aPhoneForEachTest, ready, saved, violations } from './a-phone.ts';
import { everyKind } from './a-template.ts';

const { open, ...phone } = aPhoneForEachTest();
let tab: ReturnType<typeof phone.tab>;
let fingers: ReturnType<typeof phone.fingers>;
beforeEach(() => {
  tab = phone.tab();
  fingers = phone.fingers();
});

const text = (id: string) => tab.locator(`#${id}`).textContent();

describe('the form of a scorecard on a phone', () => {
  it('takes a whole phone call in less than three minutes, survives a reload in the middle, and hands it over as a file', async () => {
    const template = ready('phone', 'uk');
    await open(template);
    await fingers.type('#evaluator', 'ОК');
    await fingers.type('#contact', 'Оператор 2');
    await fingers.choose('answered', 'Так');
    for (let ring = 0; ring < 4; ring += 1) await fingers.press('#q-rings [data-step="1"]');
    await fingers.type('#c-rings', '4 гудки');
    await fingers.choose('greeting', 'Ні');
    await fingers.type('#c-greeting', 'Без імені');

    await tab.reload();

    expect(await text('count')).toBe('Відповіді: 3 з 12');
    expect(await tab.locator('#c-greeting').inputValue()).toBe('Без імені');
    await fingers.choose('courtesy', '5');
    await fingers.choose('listening', 'Так');
    await fingers.choose('solved', '4');
    await fingers.type('#c-solved', 'Обіцяли уточнити');
    await fingers.choose('knowledge', '5');
    await fingers.choose('history', 'Не стосується');
    await fingers.choose('next-step', 'Так');
    await fingers.choose('callback', 'Так');
    await fingers.choose('missed-call', 'Не стосується');
    await fingers.choose('goodbye', 'Так');
    expect(await text('count')).toBe('Відповіді: 12 з 12');
    const { name, content, visit } = await saved(tab, () => fingers.press('#save'));

    expect(fingers).toMatchObject({ taps: 21, characters: 44 });
    // Two seconds a tap, four characters a second.
    expect(fingers.taps * 2 + fingers.characters / 4).toBeLessThan(180);
    expect(name).toMatch(/^phone-\d{4}-\d\d-\d\d-[0-9a-v]{8}\.json$/);
    expect(`phone-${visit.visit}.json`).toBe(name);
    expect(visit).toMatchObject({ scorecard: 'phone', version: 1, evaluator: 'ОК', contact: 'Оператор 2' });
    expect(Math.abs(Date.parse(visit.at) - Date.now())).toBeLessThan(10 * 60_000);
    expect(Object.fromEntries(visit.answers.map(({ question, answer }) => [question, answer]))).toEqual({
      ...{ answered: 'yes', rings: 4, greeting: 'no', courtesy: 5, listening: 'yes', solved: 4, knowledge: 5 },
      ...{ history: null, 'next-step': 'yes', callback: 'yes', 'missed-call': null, goodbye: 'yes' },
    });
    expect(
      visit.answers.flatMap(({ question, comment }) => (comment === undefined ? [] : [[question, comment]])),
    ).toEqual([
      ['rings', '4 гудки'],
      ['greeting', 'Без імені'],
      ['solved', 'Обіцяли уточнити'],
    ]);

    const context = { timeZone: 'Europe/Kyiv', now: Date.now() + 60_000 };
    const read = await readScoredVisits(memoryFiles({ [name]: content }), template, context);
    expect(read).toEqual({ visits: [visit], faults: [] });
    const told = summarizeScorecard(template, read.visits, context.now);
    expect(await text('total')).toBe(`${Math.round((told.score ?? 0) * 100)}%`);
    expect(await text('light')).toBe('● Зелене');
    expect(told.light).toBe('green');
    expect(await text('said')).toContain(name);
  });

  it('lets nothing out that would be told as a fault later, and leads to what is missing', async () => {
    await open(ready('phone', 'en'));
    await fingers.choose('solved', '1');
    await fingers.choose('answered', 'Yes');
    await fingers.type('#a-rings', 'some');
    await fingers.press('#save');
    const listed = await tab.locator('#problem-list a').allTextContents();
    expect(listed.slice(0, 4)).toEqual([
      'Enter who is assessing.',
      'Question 2 needs a number.',
      'Question 3 has no answer.',
      'Question 4 has no answer.',
    ]);
    expect(listed).toContain('Question 6 needs a comment.');
    expect(await tab.locator('#save-anyway').isHidden()).toBe(true);
    expect(await text('why')).toBe('Red, whatever the score, because of these questions: 6.');

    await tab.getByRole('link', { name: 'Question 6 needs a comment.' }).tap();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('c-solved');
    await tab.keyboard.type('Nobody knew');
    await fingers.type('#evaluator', 'OK');
    await tab.fill('#a-rings', '2,5');
    await fingers.press('#save');
    expect(await tab.locator('#problem-list a').allTextContents()).toHaveLength(9);
    const { visit } = await saved(tab, () => fingers.press('#save-anyway'));
    expect(visit.answers.map(({ question, answer }) => [question, answer])).toEqual([
      ['answered', 'yes'],
      ['rings', 2.5],
      ['solved', 1],
    ]);
    expect(visit.contact).toBeNull();
  });

  it('begins the next visit with the same evaluator, a name of its own and nothing else', async () => {
    await open(everyKind);
    await fingers.type('#evaluator', 'OK');
    for (const [question, answer] of [
      ['quarrel', 'No'],
      ['solved', '5'],
      ['callback', 'Yes'],
      ['goodbye', 'Barely'],
    ]) {
      await fingers.choose(question ?? '', answer ?? '');
    }
    await fingers.type('#a-warmth', '90');
    await fingers.type('#c-warmth', 'Friendly');
    await fingers.type('#c-goodbye', 'Looked away');
    await fingers.press('#q-rings .none');
    const first = await saved(tab, () => fingers.press('#save'));
    expect(first.visit.answers.find(({ question }) => question === 'goodbye')).toMatchObject({ answer: 'na' });
    expect(first.visit.answers.find(({ question }) => question === 'rings')).toMatchObject({ answer: null });

    await tab.reload();
    expect(await tab.locator('#already').isVisible(), 'a saved visit is not taken for the next').toBe(true);
    expect(await text('already-text')).toContain('Check that the file is in Downloads');
    tab.once('dialog', (dialog) => void dialog.dismiss());
    await fingers.press('#already .next');
    expect(await text('count'), 'the browser may have dropped the file without a word').toBe('6 of 6 answered');
    await fingers.press('#already-there');
    expect(await tab.evaluate(() => document.activeElement?.className)).toContain('next');
    await fingers.press('#already .next');
    expect(await tab.locator('#already').isVisible()).toBe(false);
    expect(await tab.locator('#evaluator').inputValue()).toBe('OK');
    expect(await text('count')).toBe('0 of 6 answered');
    expect(await tab.locator('input:checked').count()).toBe(0);
    expect(await tab.locator('textarea:visible').count()).toBe(0);

    await fingers.choose('quarrel', 'Yes');
    await fingers.type('#c-quarrel', 'Loud');
    tab.once('dialog', (dialog) => void dialog.dismiss());
    await fingers.press('#form .next');
    expect(await text('count'), 'an unsaved visit is not thrown away by one tap').toBe('1 of 6 answered');
    await fingers.press('#save');
    const second = await saved(tab, () => fingers.press('#save-anyway'));
    expect(second.name).not.toBe(first.name);
  });

  it('lets several people call one visit the same, in files of their own', async () => {
    await open(everyKind);
    await fingers.choose('quarrel', 'No');
    await fingers.type('#evaluator', 'OK');
    await fingers.press('summary');
    await fingers.type('#name', ' call  14 ');
    await tab.reload();
    expect(await tab.locator('#name').inputValue()).toBe(' call  14 ');
    await fingers.press('#save');
    const { name, visit } = await saved(tab, () => fingers.press('#save-anyway'));
    expect(visit.visit).toBe('call 14');
    expect(name).toMatch(/^every-kind-\d{4}-\d\d-\d\d-[0-9a-v]{8}\.json$/);
  });

  it('gives the text to copy where a browser lets it do nothing else', async () => {
    await open(everyKind);
    await fingers.type('#evaluator', 'OK');
    await fingers.choose('quarrel', 'No');
    await fingers.press('#copy');
    await fingers.press('#save-anyway');
    await tab.locator('#text').waitFor();
    const copied = scoredVisitSchema.parse(JSON.parse(await tab.locator('#text').inputValue()));
    expect(copied.answers).toEqual([{ question: 'quarrel', answer: 'no' }]);
    expect(await text('said')).toContain('Select the text below');
    tab.once('dialog', (dialog) => void dialog.dismiss());
    await fingers.press('#form .next');
    expect(await text('count'), 'what nobody may have copied is not thrown away').toBe('1 of 6 answered');
  });

  it('can be filled in with the keyboard alone', async () => {
    await open(everyKind);
    await tab.locator('#contact').focus();
    const keys = ['Tab', 'Tab', 'Tab', '4', 'Tab', 'Tab', 'Space'];
    for (const key of keys) await tab.keyboard.press(key);
    expect(await tab.locator('#a-rings').inputValue()).toBe('4');
    expect(await tab.locator('#n-rings').isChecked()).toBe(true);
    await tab.locator('#q-quarrel input').first().focus();
    await tab.keyboard.press('ArrowRight');
    expect(await tab.locator('#q-quarrel input:checked').inputValue()).toBe('no');
  });

  it.each(['light', 'dark'] as const)(
    'leaves axe nothing to find in %s, with answers and problems',
    async (colorScheme) => {
      await tab.emulateMedia({ colorScheme });
      await open(everyKind);
      await fingers.choose('quarrel', 'Yes');
      await fingers.choose('solved', '5');
      await fingers.press('#save');
      await tab.locator('#problems').waitFor();
      expect(await violations(tab)).toEqual([]);
    },
  );
});
