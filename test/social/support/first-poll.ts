/**
 * Run as a process of its own, so that its memory is only the poll's: polls a Facebook stub until the look-back is read.
 * Arguments: the stub's address, and the time. Prints one line of JSON.
 */
import { facebookToken } from '../../../examples/social-stubs/facebook.ts';
import { runPoll } from '../../../functions/probe-social/run-poll.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { aCheck } from '../../support/a-check.ts';
import { ownPeakMb } from '../../support/own-peak-mb.ts';
import { memoryStore } from './memory-store.ts';

const [api = '', time = ''] = process.argv.slice(2);
const check = aCheck({
  id: 'facebook/responses',
  url: null,
  options: { platform: 'facebook', account: '555', secret: 'facebook-token', api } satisfies Check['options'],
});
const store = memoryStore();
let now = Date.parse(time);
let polls = 0;
const causes = new Set<string | null>();
while (store.poll?.caughtUp !== true && polls < 100) {
  const [result] = await runPoll(
    { scheduledAt: toInstant(now), confirmation: false, checks: [check] },
    {
      secrets: { read: async () => facebookToken },
      conversations: store,
      evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
      now: () => now,
      progress: (what) => console.error(what),
      onFault: (_, error) => console.error(error),
      network: 'any',
      sleep: async (ms) => {
        now += ms;
      },
    },
  );
  causes.add(result?.cause ?? null);
  polls += 1;
  now += 15 * 60_000;
}
const waiting = [...store.conversations.values()].filter(({ state }) => state === 'waiting').length;
const peakMb = ownPeakMb();
console.log(JSON.stringify({ polls, waiting, kept: store.conversations.size, peakMb, causes: [...causes] }));
