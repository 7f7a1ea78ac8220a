import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderForm } from '../../../cli/score/form/render-form.ts';
import { readTemplate } from '../../../cli/score/read-template.ts';
import type { LaunchedBrowser } from '../../../shared/browser/launch.ts';
import { readyScorecards } from '../../../shared/config/scorecards/ready-scorecards.ts';
import { summarizeScorecard } from '../../../shared/evaluation/scorecards/summary.ts';
import { languages } from '../../../shared/model/language.ts';
import { type ScorecardTemplate, scoredVisitSchema } from '../../../shared/model/scorecard.ts';
import { aSharedBrowser, type SharedBrowser } from '../../support/shared-browser.ts';
import { Fingers, openForm, phone, saved, type Tab, violations } from './a-phone.ts';
import { everyKind, hostile } from './a-template.ts';

let folder: string;
let shared: SharedBrowser;
let browser: LaunchedBrowser;
let tab: Tab;
let fingers: Fingers;
let faults: string[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-form-'));
  shared = await aSharedBrowser();
});
afterAll(async () => {
  await shared?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  browser = await shared.launch({ context: phone });
  tab = await browser.context.newPage();
  fingers = new Fingers(tab);
  faults = [];
  tab.on('pageerror', ({ message }) => faults.push(message));
  tab.on('console', (message) => faults.push(message.text()));
  tab.on('request', (request) => {
    if (!/^(file|blob):/.test(request.url())) faults.push(request.url());
  });
});
afterEach(async () => {
  await browser.close();
  expect(faults, 'asks nobody for anything and complains of nothing').toEqual([]);
});

const open = (template: ScorecardTemplate) => openForm(tab, folder, template);

const ready = (name: (typeof readyScorecards)[number], language: (typeof languages)[number]) =>
  readTemplate(name, language, 'none.yaml');

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
    const { name, visit } = await saved(tab, () => fingers.press('#save'));

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

    const told = summarizeScorecard(template, [visit], Date.now() + 60_000);
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
      'Enter who assesses.',
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
  });

  it('can be filled in with the keyboard alone', async () => {
    await open(everyKind);
    await tab.locator('#contact').focus();
    const keys = ['Tab', 'Tab', '4', 'Tab', 'Tab', 'Space'];
    for (const key of keys) await tab.keyboard.press(key);
    expect(await tab.locator('#a-rings').inputValue()).toBe('4');
    expect(await tab.locator('#n-rings').isChecked()).toBe(true);
    await tab.locator('#q-quarrel input').first().focus();
    await tab.keyboard.press('ArrowRight');
    expect(await tab.locator('#q-quarrel input:checked').inputValue()).toBe('no');
  });
});

describe('the form where files have no storage', () => {
  it('keeps everything over a reload and says that the tab must stay open', async () => {
    const html = renderForm(everyKind);
    // A sandboxed page is of no origin, as a file is to some browsers: it has no storage.
    const headers = { 'Content-Type': 'text/html', 'Content-Security-Policy': 'sandbox allow-scripts allow-downloads' };
    const server = createServer((_, response) => response.writeHead(200, headers).end(html));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const online = await shared.launch({ context: { ...phone, offline: false } });
    try {
      const page = await online.context.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.locator('#q-callback .pick').first().tap();
      expect(await page.locator('#kept').textContent()).toContain('save the visit before you close the tab');
      await page.reload();
      expect(await page.locator('#q-callback input:checked').inputValue()).toBe('yes');
      expect(await page.locator('#count').textContent()).toBe('1 of 6 answered');
    } finally {
      await online.close();
      server.close();
      server.closeAllConnections();
    }
  });

  it('begins anew where what it kept is no draft', async () => {
    await open(everyKind);
    const spoilt = [
      '{"visit":',
      'null',
      '[]',
      '{"visit":"../x","answers":{}}',
      '{"visit":"v","answers":{"solved":"many","gone":"1"},"comments":7}',
    ];
    for (const draft of spoilt) {
      await tab.evaluate(
        (text) => localStorage.setItem(JSON.parse(document.getElementById('data')?.textContent ?? '').key, text),
        draft,
      );
      await tab.reload();
      expect(await tab.locator('body.lively').count(), draft).toBe(1);
      expect(await tab.locator('input:checked').count(), draft).toBe(0);
    }
  });
});

describe('the look of the form', () => {
  it.each(readyScorecards)('fits a narrow phone in three languages, with buttons for thumbs: %s', async (name) => {
    for (const language of languages) {
      await open(ready(name, language));
      expect(await tab.evaluate(() => document.documentElement.scrollWidth), language).toBe(360);
      const small = await tab
        .locator('.pick, button:visible, input:visible')
        .evaluateAll((all) =>
          all
            .filter((each) => each.getBoundingClientRect().height < 48 || each.getBoundingClientRect().width < 44)
            .map((each) => each.outerHTML),
        );
      expect(small, language).toEqual([]);
    }
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

  it('says what to do where no script runs, as in the preview of a file', async () => {
    const preview = await shared.launch({ context: { ...phone, javaScriptEnabled: false } });
    const page = await preview.context.newPage();
    await openForm(page, folder, ready('phone', 'uk'));
    expect(await page.getByText('перегляд файлів його не запускає').isVisible()).toBe(true);
    expect(await page.locator('form').isVisible()).toBe(false);
    await preview.close();
  });

  it('shows what a template says as text, whatever it says', async () => {
    await open(hostile);
    expect(await tab.title()).toBe(hostile.title);
    expect(await text('title')).toBe(hostile.title);
    expect(await tab.locator('#q-nasty legend bdi').textContent()).toBe(hostile.title);
    expect(await tab.locator('img').count()).toBe(0);
    await tab.locator('#q-nasty .pick').first().tap();
    expect(await text('count')).toBe('1 of 1 answered');
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
