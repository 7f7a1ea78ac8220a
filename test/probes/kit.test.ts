import { afterAll, beforeAll, expect, test } from 'vitest';
import { kit } from '../../functions/probe-page/walking/kit.ts';
import { launchBrowser } from '../../shared/browser/launch.ts';
import { serve } from '../support/serve.ts';

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const page = () => {
  const [first] = browser.context.pages();
  if (first === undefined) throw new Error('A browser opens with a page.');
  return first;
};

test('Each part is made in the page from those before it', async () => {
  const sums = kit()
    .holding({ first: 2 })
    .with('second', ({ first }: { first: number }) => first * 3)
    .with('third', ({ first, second }: { first: number; second: number }) => first + second);

  expect(await sums.evaluate(page(), ({ third, more }) => third + more, { more: 100 })).toBe(108);
});

test('Every trip makes its parts anew, and two functions share none', async () => {
  const counting = kit().with('counts', () => ({ calls: 0 }));
  const count = ({ counts }: { counts: { calls: number } }) => {
    counts.calls += 1;
    return counts.calls;
  };

  expect(await counting.evaluate(page(), count, {})).toBe(1);
  expect(await counting.evaluate(page(), count, {})).toBe(1);
  expect(await counting.evaluate(page(), ({ counts }) => counts.calls, {})).toBe(0);
});

test('Data arrive as they are, whatever they look like', async () => {
  const odd = { quotes: `"'\`\${1}`, lines: '\u2028\u2029\n', markup: '</script><!--', pattern: /\d+\/"\\/u.source };

  expect(
    await kit()
      .holding({ odd })
      .evaluate(page(), ({ odd: arrived }) => arrived, {}),
  ).toEqual(odd);
});

test('A handle in the order is what it stands for, and a part can be kept in one', async () => {
  const words = await kit()
    .with('words', () => new Map([['one', 1]]))
    .evaluateHandle(page(), ({ words }) => words);

  expect(await kit().evaluate(page(), ({ words }) => words.get('one'), { words })).toBe(1);
});

test('A fault in a part is told, and a page that forbids all scripts hinders nothing', async () => {
  const strict = await serve({
    '/': (_, response) => {
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'none'");
      response.setHeader('content-type', 'text/html').end('<p>Strict</p>');
    },
  });
  await page().goto(strict.url);

  expect(
    await kit()
      .with('text', () => document.body.innerText)
      .evaluate(page(), ({ text }) => text, {}),
  ).toBe('Strict');
  const broken = kit().with('part', (): string => {
    throw new RangeError('no such part');
  });
  await expect(broken.evaluate(page(), ({ part }) => part, {})).rejects.toThrow('no such part');
  await strict.close();
});
