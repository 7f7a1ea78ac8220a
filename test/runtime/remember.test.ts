import { expect, test } from 'vitest';
import { remember } from '../../shared/runtime/remember.ts';

test('many who ask at once share one reading, which is given out until its time is over', async () => {
  let at = 0;
  let readings = 0;
  const ask = remember(
    async () => ++readings,
    1000,
    () => at,
  );
  expect(await Promise.all(Array.from({ length: 200 }, ask))).toEqual(Array.from({ length: 200 }, () => 1));
  at = 999;
  expect(await ask()).toBe(1);
  at = 1000;
  expect(await ask()).toBe(2);
});

test('a reading that failed is not kept, and an old answer does not take its place', async () => {
  let at = 0;
  const answers: (string | Error)[] = ['old', new Error('Secrets Manager is away'), 'new'];
  const ask = remember(
    async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    1000,
    () => at,
  );
  expect(await ask()).toBe('old');
  at = 1000;
  await expect(ask()).rejects.toThrow('Secrets Manager is away');
  expect(await ask()).toBe('new');
});
