import { expect, test, vi } from 'vitest';
import { createLogger } from '../../shared/runtime/logger.ts';
import { attackNames, attacks, harmfulIn, wordOf } from '../support/attacks.ts';

test('a log line holds what an error quotes without its harm, and its stack line by line', () => {
  const written: string[] = [];
  const spy = vi.spyOn(console, 'warn').mockImplementation((text: unknown) => void written.push(String(text)));
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  try {
    const logger = createLogger('probe-page');
    for (const name of attackNames) logger.warn('A probe broke.', { error: new Error(`${attacks[name]}\nand on`) });
  } finally {
    spy.mockRestore();
    vi.unstubAllEnvs();
  }
  expect(written).toHaveLength(attackNames.length);
  for (const [n, name] of attackNames.entries()) {
    expect(harmfulIn(written[n] ?? '')).toEqual([]);
    expect(JSON.parse(written[n] ?? '').error.message).toMatch(new RegExp(`^${wordOf(name)}[^]*\\nand on$`));
  }
});
