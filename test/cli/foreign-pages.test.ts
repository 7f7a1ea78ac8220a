import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attack, harmfulIn, joined, someAttacks, wordOf } from '../support/attacks.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aWorkplace, type Ended, type Workplace } from '../support/touchlight.ts';

/** So many at once as a sentence has room for: each page costs a visit in a real browser. */
const groups = someAttacks(10).map(lineBreaksLast);

/** Of a script's error only the first line is told. */
function lineBreaksLast(group: readonly Attack[]): readonly Attack[] {
  return group.toSorted((a, b) => Number(a === 'forges a line') - Number(b === 'forges a line'));
}

/** Set by a script, so that each character arrives as it is. */
function page(text: string, onSubmit: string): string {
  const words = JSON.stringify(text);
  return `<!doctype html><html lang="en"><head><title>${text}</title></head><body>
<a href="tel:+380441234567" title="x" id="phone">+380 44 123 45 67</a> <a href="https://t.me/x" id="link">Telegram</a>
<div id="cover" style="position:fixed;top:0;left:0;width:300px;height:60px;background:#fff"></div>
<div style="margin-top:120px"><form><input name="name" placeholder="Name"><input type="email" name="email" placeholder="E-mail">
<textarea name="message" placeholder="Message"></textarea><button>Send</button></form></div>
<script>
  const words = ${words};
  document.getElementById('cover').id = words;
  document.getElementById('link').textContent = words;
  document.querySelector('textarea').placeholder = 'Message ' + words;
  document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); ${onSubmit} });
</script></body></html>`;
}

let server: TestServer;
let workplace: Workplace;
beforeAll(async () => {
  const pages = groups.flatMap((group, n) => [
    [`/throws-${n}`, page(joined(group), 'throw new Error(words)')],
    [`/alerts-${n}`, page(joined(group), 'alert("Error: " + words)')],
  ]);
  server = await serve(Object.fromEntries(pages));
  workplace = await aWorkplace();
});
afterAll(async () => {
  await Promise.all([server?.close(), workplace?.remove()]);
});

function expectHarmless(ended: Ended | undefined, sentence: RegExp, shown: readonly Attack[]): void {
  const printed = `${ended?.stdout ?? ''}${ended?.stderr ?? ''}`;
  expect(harmfulIn(printed)).toEqual([]);
  const [said = ''] = sentence.exec(printed) ?? [];
  for (const attack of shown) expect(said, `${attack} in ${printed}`).toContain(wordOf(attack));
}

describe('what a page says, seen by a real browser', { timeout: 240_000 }, () => {
  test('is harmless: the error of its script, its alert, and the name of what covers its phone number', async () => {
    const audits = groups.flatMap((_, n) => [
      ['audit', `${server.url}throws-${n}`, '--no-lighthouse', '--only', 'form', 'contacts@desktop'],
      ['audit', `${server.url}alerts-${n}`, '--no-lighthouse', '--only', 'form'],
    ]);
    const all = await workplace.inTurn({}, ...audits);
    for (const [n, group] of groups.entries()) {
      expectHarmless(all[2 * n], /The error, for your developer: .*/, group);
      expectHarmless(all[2 * n], /Another part of the page \(.*/, group);
      expectHarmless(all[2 * n + 1], /The form rejects what Touchlight typed: .*/, group);
    }
  });

  test('is harmless as the name of a business, in the terminal and in the file that is written', async () => {
    const [group = []] = groups;
    const { stdout, stderr } = await workplace.touchlight(
      'init',
      `${server.url}throws-0`,
      '--yes',
      '--config',
      'new.yaml',
    );
    expect(harmfulIn(`${stdout}${stderr}`)).toEqual([]);
    const file = await readFile(path.join(workplace.folder, 'new.yaml'), 'utf8');
    expect(harmfulIn(file)).toEqual([]);
    for (const attack of group.slice(0, 4)) expect(file).toContain(wordOf(attack));
  });
});
