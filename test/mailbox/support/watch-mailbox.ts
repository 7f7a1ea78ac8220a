import { type PollDeps, runPoll } from '../../../functions/probe-social/run-poll.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../../shared/i18n/wording.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { Conversation } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Result } from '../../../shared/model/result.ts';
import { responseThresholds } from '../../../shared/probes/responses/spec.ts';
import { coffeeLabHours } from '../../social/support/coffee-lab-hours.ts';
import { memoryStore } from '../../social/support/memory-store.ts';
import { aCheck } from '../../support/a-check.ts';
import { inEnglish } from '../../support/said.ts';
import { password, user } from './mail-account.ts';
import { Wire } from './wire.ts';

const slaMinutes = 240;

interface Polled {
  readonly result: ReturnType<typeof inEnglish<Result>>;
  readonly light: Light;
  readonly reason: string;
}

/** A mailbox on a real server, polled as the step does it, by a clock that stands still between the steps of a story. */
export class WatchedMailbox {
  readonly wire: Wire;
  readonly store = memoryStore();
  readonly check: Check;
  /** What the secret holds. */
  secret = password;
  now: number;

  constructor(wire: Wire, startsAt: string, options: Partial<Check['options']>) {
    this.wire = wire;
    this.now = Date.parse(startsAt);
    this.check = aPollOf(`127.0.0.1:${wire.port}`, options);
  }

  async poll(): Promise<Polled> {
    const deps: PollDeps = {
      secrets: { read: async () => this.secret },
      conversations: this.store,
      evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
      now: () => this.now,
      progress: () => {},
      onFault: (_, error) => {
        throw error;
      },
      network: 'any',
      sleep: async (ms) => {
        this.now += ms;
      },
    };
    const [result] = await runPoll(
      { scheduledAt: toInstant(this.now), confirmation: false, checks: [this.check] },
      deps,
    );
    if (result === undefined) throw new Error('A poll yields a result.');
    const { light, headline } = judge(result, this.check);
    const reason = wordFinding(headline.finding, this.check.probe, 'en').sentence;
    return { result: inEnglish(result), light, reason };
  }

  get conversations(): readonly Conversation[] {
    return [...this.store.conversations.values()];
  }
}

function aPollOf(server: string, options: Partial<Check['options']>): Check {
  return aCheck({
    id: 'mailbox/responses',
    url: null,
    options: {
      platform: 'mailbox',
      account: user,
      secret: 'info-mailbox',
      server,
      ours: ['coffeelab.example'],
      slaMinutes,
      calendar: coffeeLabHours,
      ...options,
    } as Check['options'],
    thresholds: responseThresholds(slaMinutes),
  });
}

/** Over a wire of its own. */
export async function watchMailbox(
  serverPort: number,
  startsAt: string,
  options: Partial<Check['options']> = {},
): Promise<WatchedMailbox> {
  const wire = new Wire(serverPort);
  await wire.open();
  return new WatchedMailbox(wire, startsAt, options);
}
