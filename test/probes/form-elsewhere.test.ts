import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { fields, form, onSubmit, script } from './foreign-forms.ts';
import { tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const page = (body: string) => ({
  status: 200,
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><body>${body}</body></html>`,
});
const whole = form(`${fields}<button>Send message</button>`);

/** Forms that nobody can use, each in its own way. */
const dead = [
  ['only reloads', whole.replaceAll(/ name="[a-z]+"/g, '')],
  ['does nothing', `${whole}${script(onSubmit(''))}`],
  [
    'thanks and sends nothing',
    `${whole}${script(onSubmit(`document.getElementById('out').textContent = 'Thank you!'`))}`,
  ],
  ['clears its fields and sends nothing', `${whole}${script(onSubmit('f.reset()'))}`],
  ['fails by its script', `${whole}${script(onSubmit('tracker.track()'))}`],
] as const;

describe.concurrent('a form that nobody can use', { timeout: 120_000 }, () => {
  it.each(dead)('and that %s is told with the page where it is, when that is another', async (_, body) => {
    const home = page('<h1>Bakery</h1><p>Bread and cakes.</p><a href="/contact">Contact</a>');
    const replies = { '/': home, '/home': home, '/contact': page(body) };
    const { result } = await tryPage('home', { launch: browser.launch, replies });
    expect(result.outcome, result.reason).toBe('failed');
    expect(result.reason).toContain('form on /contact');
  });

  it.each(dead)('and that %s is told without a page, when it is on the page itself', async (_, body) => {
    const { result } = await tryPage('home', { launch: browser.launch, replies: { '/home': page(body) } });
    expect(result.outcome, result.reason).toBe('failed');
    expect(result.reason).not.toContain('form on /');
  });
});
