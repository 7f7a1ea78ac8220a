import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ItemType } from '../../shared/model/table-keys.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { tableUse } from './step-calls.ts';

/** The kind of item behind each store that the live page uses. */
const kinds: Partial<Record<keyof Stores, ItemType>> = {
  results: 'result',
  statuses: 'status',
  days: 'day',
  incidents: 'incident',
  sent: 'sent',
  acknowledgements: 'acknowledgement',
  maintenance: 'maintenance',
  conversations: 'conversation',
  touchpoints: 'touchpoint',
  board: 'board',
  plan: 'plan-step',
};
const actions: Readonly<Record<string, 'Query' | 'GetItem' | 'PutItem'>> = {
  ...{ list: 'Query', newest: 'Query', load: 'GetItem' },
  ...{ put: 'PutItem', start: 'PutItem', end: 'PutItem' },
};

/** The emulator checks no keys, so nothing else would show that a view reads where the page's role may not. */
test('the role of the live page may make each call that its code makes to the table', () => {
  const sources = ['functions/page', 'shared/acting'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  );
  const calls = new Set(sources.flatMap((source) => source.match(/\bstores\.\w+\.\w+/g) ?? []));
  expect(calls.size).toBeGreaterThan(12);
  for (const call of calls) {
    const [, store = '', method = ''] = call.split('.');
    const kind = kinds[store as keyof Stores];
    const action = actions[method];
    if (kind === undefined || action === undefined)
      throw new Error(`${call} is not known here. Add it, and its right.`);
    expect(tableUse[kind].by[action] ?? [], call).toContain('page');
  }
});
