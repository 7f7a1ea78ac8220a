import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderForm } from '../../../cli/score/form/render-form.ts';
import { readyScorecards } from '../../../shared/config/scorecards/ready-scorecards.ts';
import { languages } from '../../../shared/model/language.ts';
import { aPhoneForEachTest, ready } from './a-phone.ts';
import { everyKind, hostile } from './a-template.ts';

const { open, launch, ...phone } = aPhoneForEachTest();
let tab: ReturnType<typeof phone.tab>;
let fingers: ReturnType<typeof phone.fingers>;
beforeEach(() => {
  tab = phone.tab();
  fingers = phone.fingers();
});

const text = (id: string) => tab.locator(`#${id}`).textContent();

describe('the form where files have no storage', () => {
  it('keeps everything over a reload and says that the tab must stay open', async () => {
    const html = renderForm(everyKind);
    // A sandboxed page is of no origin, as a file is to some browsers: it has no storage.
    const headers = { 'Content-Type': 'text/html', 'Content-Security-Policy': 'sandbox allow-scripts allow-downloads' };
    const server = createServer((_, response) => response.writeHead(200, headers).end(html));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const online = await launch({ offline: false });
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

  it('goes on in the tab when the storage is full, and loses nothing', async () => {
    await open(everyKind);
    await fingers.choose('quarrel', 'No');
    await tab.evaluate(() => {
      const store = (size: number): void => {
        for (let n = 0; size > 0 && n < 100; n += 1) localStorage.setItem(`full-${size}-${n}`, 'x'.repeat(size));
      };
      for (const size of [1_000_000, 10_000, 100, 1]) {
        try {
          store(size);
        } catch {}
      }
    });
    await fingers.type('#evaluator', 'Shopper of the second shift');
    expect(await text('kept')).toContain('before you close the tab');
    await tab.reload();
    expect(await tab.locator('#evaluator').inputValue()).toBe('Shopper of the second shift');
    expect(await text('count')).toBe('1 of 6 answered');
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

  it('says what to do where no script runs, as in the preview of a file', async () => {
    const preview = await launch({ javaScriptEnabled: false });
    const page = await preview.context.newPage();
    await open(ready('phone', 'uk'), page);
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

describe('the time and the tabs of a visit', () => {
  const changeKept = (change: object) =>
    tab.evaluate((more) => {
      const { key } = JSON.parse(document.getElementById('data')?.textContent ?? '');
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ ...kept, changedAt: kept.changedAt + 1_000, ...more }));
    }, change);

  it('begin now where the form was opened days ago and left alone, and are kept where something was entered', async () => {
    await open(everyKind);
    await changeKept({ at: '2026-01-05T10:00', evaluator: 'OK' });
    await tab.reload();
    expect(await tab.locator('#at').inputValue()).not.toBe('2026-01-05T10:00');
    expect(await tab.locator('#evaluator').inputValue()).toBe('OK');
    await tab.fill('#at', '2026-01-06T11:00');
    await tab.reload();
    expect(await tab.locator('#at').inputValue()).toBe('2026-01-06T11:00');
  });

  it('are those of the tab in which the visit went on', async () => {
    await open(everyKind);
    await fingers.choose('quarrel', 'No');
    await changeKept({ evaluator: 'Other tab' });
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await tab.locator('#evaluator').inputValue()).toBe('Other tab');
    expect(await text('count')).toBe('1 of 6 answered');
  });

  it('are not of the first century', async () => {
    await open(everyKind);
    await fingers.choose('quarrel', 'No');
    await fingers.type('#evaluator', 'OK');
    await tab.fill('#at', '0026-11-20T10:00');
    await fingers.press('#save');
    expect(await tab.locator('#problem-list a').first().textContent()).toBe('Enter the date and time.');
  });
});
