import { evaluateResult } from '../../functions/evaluate/evaluate-result.ts';
import { type NotifyDeps, notifyTouchpoint } from '../../functions/notify/notify-touchpoint.ts';
import { knownIncidents } from '../../shared/evaluation/incidents/known-incidents.ts';
import type { Touchpoint } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Notifier } from '../../shared/ports/notifier.ts';
import type { ConfirmationQueue } from '../../shared/ports/queues.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { aCheck } from '../support/a-check.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';
import { type Interrupt, interruptible } from './interruptible.ts';

/**
 * Runs of one check, ten minutes apart; the third is the first after local midnight (22:00Z). None changes light four times,
 * which would be sent as flapping.
 */
const plots = {
  'opened, worsened, grey, resolved': ['yellow', 'yellow', 'red', 'unknown', 'green', 'green'],
  'opened, resolved, opened again': ['red', 'red', 'green', 'green', 'red', 'red'],
  'opened and resolved with one run to spare': ['red', 'red', 'red', 'green', 'green', 'green'],
} as const satisfies Record<string, readonly Light[]>;
export type Plot = keyof typeof plots;

const beginsAt = Date.parse('2026-11-23T21:40:00.000Z');

export interface EndState {
  readonly results: unknown;
  readonly statuses: unknown;
  readonly days: unknown;
  readonly incidents: unknown;
  readonly sent: unknown;
}

/** One check of a touchpoint of its own, evaluated and notified over the given stores, as the stack does it. */
export class Story {
  readonly check: Check;
  readonly results: readonly Result[];
  readonly sends: Notification[] = [];
  readonly confirmations: string[] = [];
  readonly #stores: Stores;

  constructor(stores: Stores, touchpointId: string, plot: Plot) {
    this.#stores = stores;
    this.check = aCheck({ id: `${touchpointId}/page-load@mobile` });
    this.results = plots[plot].map((light, run) =>
      aResultThatIs(light, { checkId: this.check.id, scheduledAt: toInstant(beginsAt + run * 600_000) }),
    );
  }

  async evaluate(result: Result, interrupt: Interrupt = () => {}): Promise<void> {
    const confirmations: ConfirmationQueue = {
      send: async (check, suspectedAt) => {
        this.confirmations.push(`${check.id} ${suspectedAt}`);
      },
    };
    await evaluateResult(result, this.check, {
      stores: interruptible(this.#stores, interrupt),
      timeZone: 'Europe/Kyiv',
      now: () => Date.parse(minuteAfter(result)),
      confirmations: interruptible(confirmations, interrupt),
    });
  }

  async notify(now: Instant, interrupt: Interrupt = () => {}): Promise<void> {
    const notifier: Notifier = {
      send: async (notification) => {
        this.sends.push(notification);
      },
    };
    await notifyTouchpoint(this.check.touchpointId, {
      stores: interruptible(this.#stores, interrupt),
      notifier: interruptible(notifier, interrupt),
      configuration: this.configuration,
      now,
    });
  }

  /** Each result is evaluated, then notify looks; a handler that stops is called again with the same, as the queues do. */
  async play(interrupt: Interrupt = () => {}): Promise<void> {
    for (const result of this.results) await this.step(result, interrupt);
  }

  /** One result from its arrival to what is sent. */
  async step(result: Result, interrupt: Interrupt = () => {}): Promise<void> {
    await again(() => this.evaluate(result, interrupt));
    await again(() => this.notify(minuteAfter(result), interrupt));
  }

  get configuration(): NotifyDeps['configuration'] {
    return {
      touchpoints: [{ ...aTouchpoint, id: this.check.touchpointId, checks: [this.check] }],
      calendar: { ...weekdaysNineToSix, shifts: everyDay },
      maintenance: [],
    };
  }

  /** Everything in the table, with the touchpoint's name taken out so that stories can be compared. */
  async endState(): Promise<EndState> {
    const { touchpointId, id } = this.check;
    const always = { from: '2000-01-01', to: '2100-01-01' };
    const statuses = await this.#stores.statuses.list(touchpointId);
    const state = {
      results: await this.#stores.results.list(id, always),
      statuses,
      days: await this.#stores.days.list(touchpointId, always),
      incidents: knownIncidents(await this.#stores.incidents.list(touchpointId, always), statuses),
      sent: await this.#stores.sent.list(touchpointId, always),
    };
    return JSON.parse(JSON.stringify(state).replaceAll(touchpointId, 'touchpoint'));
  }

  /** What confirmations were asked for. */
  get confirmed(): string[] {
    return this.confirmations.map((line) => line.replace(this.check.touchpointId, 'touchpoint'));
  }

  /** What was sent, as the reader sees it: one word per send. */
  get sent(): string[] {
    return this.sends.map(({ notices }) =>
      notices.map(({ reason, subjectAt, n }) => `${reason} ${subjectAt} ${n}`).join(' + '),
    );
  }
}

export function minuteAfter({ scheduledAt }: Result): Instant {
  return toInstant(Date.parse(scheduledAt) + 60_000);
}

async function again(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    await work();
  }
}

const aTouchpoint: Omit<Touchpoint, 'id' | 'checks'> = {
  kind: 'website',
  url: null,
  secret: null,
  account: null,
  slaMinutes: null,
};
const allDay: [number, number][] = [[0, 1440]];
const everyDay = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
