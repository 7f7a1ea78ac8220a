import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

const outputSchema = z.object({
  runs: z.array(z.object({ checkId: z.string(), step: z.string(), confirmation: z.boolean() })),
  notifications: z.array(z.object({ touchpointId: z.string(), reason: z.string() })),
});

let workplace: Workplace;
beforeAll(async () => {
  workplace = await aWorkplace();
  // Nobody listens on port 1.
  await writeFile(
    path.join(workplace.folder, 'touchpoints.yaml'),
    'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "http://127.0.0.1:1/" }\n  - { id: shop, kind: website, url: "http://127.0.0.1:1/shop" }\n',
  );
});
afterAll(() => workplace.remove());

test('run waits for what is bad, runs it again and notifies; --no-confirm leaves it to the next run', async () => {
  const [unconfirmed, confirmed] = await workplace.inTurn(
    {},
    ['run', '--only', 'shop/availability', '--json', '--no-confirm'],
    ['run', '--only', 'website/availability', '--json', '--confirm-after', '1'],
  );
  const first = outputSchema.parse(JSON.parse(unconfirmed?.stdout ?? ''));
  expect(first.runs).toMatchObject([{ step: 'suspected', confirmation: false }]);
  expect(first.notifications).toEqual([]);

  const second = outputSchema.parse(JSON.parse(confirmed?.stdout ?? ''));
  expect(second.runs).toMatchObject([
    { checkId: 'website/availability', step: 'suspected', confirmation: false },
    { checkId: 'website/availability', step: 'opened', confirmation: true },
  ]);
  expect(second.notifications).toMatchObject([{ touchpointId: 'website', reason: 'opened' }]);
  expect(confirmed?.code).toBe(1);
  expect(confirmed?.stderr).toMatch(/website\/availability failed once; checking again in [01] s/);
});
