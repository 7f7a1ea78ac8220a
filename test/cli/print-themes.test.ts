import { expect, it, vi } from 'vitest';
import { printThemes, type ShownThemes } from '../../cli/commands/print-themes.ts';
import { Terminal } from '../../cli/terminal.ts';
import { periodsUntil, recurringThemes } from '../../shared/evaluation/themes/recurring.ts';
import type { Saying } from '../../shared/model/saying.ts';
import { lexiconReader } from '../../shared/model/theme-model.ts';
import { people } from '../support/a-saying.ts';

const model = 'bedrock/eu.amazon.nova-lite-v1:0/1';

function printed(sayings: readonly Saying[], overrides: Partial<ShownThemes> = {}): string {
  const terminal = new Terminal({ json: false, quiet: true });
  const lines: string[] = [];
  vi.spyOn(terminal, 'print').mockImplementation((line = '') => void lines.push(line));
  const recurring = recurringThemes({ sayings, quotable: [] }, periodsUntil('2026-11-23T00:00:00.000Z', 30));
  const shown = { days: 30, isCompared: true, isDeployed: false, neverRead: [], timeZone: 'Europe/Kyiv', periods: [] };
  printThemes({ ...shown, recurring, candidates: { found: [], texts: 0 }, spending: null, ...overrides }, terminal);
  return lines.join('\n');
}

it('where Bedrock denied access, themes say where its answer is', () => {
  const instead = (why: 'denied' | 'cap') => people(3, { readBy: lexiconReader, instead: { of: model, why } });
  expect(printed(instead('denied'))).toContain(
    'or there are no AWS credentials (3).\nTo see what Bedrock answers: TOUCHLIGHT_DEBUG=1 npx touchlight run\n',
  );
  expect(printed(instead('denied'), { isDeployed: true })).toContain(
    'The log of probe-social has what Bedrock answered.',
  );
  expect(printed(instead('cap'))).not.toContain('Bedrock');
});

it('a cap that was lowered below what was spent is not called kept', () => {
  const spent = (usd: number, atMostUsd: number) => printed(people(3), { spending: { usd, atMostUsd } });
  expect(spent(0.1728, 1)).toContain(
    'The model has cost $0.1728 of at most $1 this month, by the prices in your file.',
  );
  expect(spent(0.1728, 0.1)).toContain(
    'The model has cost $0.1728 this month, by the prices in your file. That is more than the cap of $0.10, so it is asked no more before the next month (UTC).',
  );
});
