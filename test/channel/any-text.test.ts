import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alert } from '../../shared/model/alert.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { aChannelStory, anAlert, aTable, secretsAt, targetsAt } from './a-channel-story.ts';
import { aSlack } from './stubs/a-slack.ts';
import { aTelegram } from './stubs/a-telegram.ts';
import { aPagerDuty, aTeams } from './stubs/receivers.ts';
import type { StubServer } from './stubs/stub-server.ts';

let shared: Awaited<ReturnType<typeof aTable>>;
beforeAll(async () => {
  shared = await aTable();
});
afterAll(() => shared.remove());

const open = { telegram: aTelegram, slack: aSlack, teams: aTeams, pagerduty: aPagerDuty };

/** Marks of every channel's own, scripts, signs that count double, and lines without end. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '<b>',
        '</b>',
        '&lt;',
        '<!here>',
        '<https://evil.example|x>',
        '*a*',
        '`',
        '[x](y)',
        '\\',
        '\u202e',
      ),
      fc.constantFrom('щ'.repeat(3000), '👩‍👩‍👧‍👦'.repeat(300), '&'.repeat(2000), 'x'.repeat(1_000_000)),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

function saying(text: string, actual: string, at: number): Alert {
  const alert = anAlert({ subjectAt: new Date(Date.UTC(2026, 10, 23) + at).toISOString() });
  const notices = alert.notices.map((notice) => ({
    ...{ ...notice, text: `It: ${text}`, todo: actual },
    incident: notice.incident && { ...notice.incident, actual, expected: text },
  }));
  return { ...alert, notices };
}

test.each(Object.keys(open) as (keyof typeof open)[])(
  'whatever others write, %s takes the message as its API allows it',
  { timeout: 60_000 },
  async (kind: Exclude<ChannelTarget['kind'], 'webhook'>) => {
    const stub: StubServer = await open[kind]();
    const target = { ...targetsAt(stub.url)[kind], id: kind };
    const story = await aChannelStory(target, { secret: secretsAt(stub.url)[kind], table: shared.table });
    let at = 0;
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (text, actual) => {
        at += 1000;
        const { failures, deliveries } = await story.deliver(saying(text, actual, at));
        expect(failures).toEqual([]);
        expect(deliveries).toEqual([{ action: 'post', reason: 'new' }]);
      }),
      { numRuns: 60 },
    );
    await stub.close();
  },
);
