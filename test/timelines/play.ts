import { toInstant } from '../../shared/model/instant.ts';
import { aCheck, type CheckOverrides } from '../support/a-check.ts';
import { aFinding, type Finding, World } from '../support/a-world.ts';

/** A check by its name behind `website/`, such as `form` or `page-load@mobile`. */
type Name = string;

/** What a check finds holds until something else is said; `no runs`: the queue is stuck. */
type Happening =
  | { readonly finds: Readonly<Record<Name, Finding | 'no runs'>> }
  | { readonly remove: Name }
  | { readonly configure: Readonly<Record<Name, CheckOverrides>> }
  | { readonly acknowledge: Name }
  /** The last acknowledgement of it is taken back. */
  | { readonly withdraw: Name }
  /** A result of so many minutes ago arrives: too late, or once more; of less than none, it is dated in the future. */
  | { readonly arrives: Name; readonly found: Finding; readonly minutesAgo: number }
  /** A window of so many minutes begins. */
  | { readonly maintenance: number }
  | { readonly sending: 'fails' | 'works' }
  /** notify is called without cause, as a repeated trigger would. */
  | { readonly trigger: 'spurious' };

type Event = readonly [minute: number, happening: Happening];

/** What was sent: at which minute, about which check, why and with which light. One minute is one notification. */
export type SentLine = readonly [minute: number, check: Name, reason: string, light: string];

export interface Timeline {
  readonly name: string;
  /** The first minute, in UTC. By default a Monday, 10:00 in Kyiv, where it is business time from Mon to Fri, 9 to 18. */
  readonly from?: string;
  /** `every` and policy of each check, by name. */
  readonly checks: Readonly<Record<Name, CheckOverrides>>;
  readonly events: readonly Event[];
  readonly until: number;
  /** Minutes between two looks of notify that no run has brought about; by default there are none. */
  readonly sweepEvery?: number;
  readonly sent: readonly SentLine[];
}

const MONDAY_TEN_IN_KYIV = '2026-11-23T08:00:00.000Z';
const CONFIRMATION_MINUTES = 5;

/** Plays a story minute by minute through the whole core: dispatch's cadence, evaluate, confirmation, notify. */
export function play({ from = MONDAY_TEN_IN_KYIV, checks, events, until, sweepEvery }: Timeline): {
  world: World;
  sent: SentLine[];
} {
  const player = new Player(Date.parse(from));
  for (const [name, overrides] of Object.entries(checks)) player.configure(name, overrides);
  for (let minute = 0; minute <= until; minute++) {
    for (const event of events) if (event[0] === minute) player.apply(event);
    player.pass(minute, sweepEvery !== undefined && minute % sweepEvery === 0);
  }
  return { world: player.world, sent: player.sent };
}

class Player {
  readonly world = new World();
  readonly sent: SentLine[] = [];
  readonly #start: number;
  readonly #finds = new Map<Name, Finding | 'no runs'>();
  readonly #confirmations = new Map<number, Set<Name>>();
  #woken = false;

  constructor(start: number) {
    this.#start = start;
  }

  configure(name: Name, overrides: CheckOverrides): void {
    this.world.add(aCheck({ everyMinutes: 30, ...overrides, id: `website/${name}` }));
    if (!this.#finds.has(name)) this.#finds.set(name, 'green');
  }

  apply([minute, happening]: Event): void {
    if ('finds' in happening) {
      for (const [name, finding] of Object.entries(happening.finds)) this.#finds.set(name, finding);
    } else if ('configure' in happening) {
      for (const [name, overrides] of Object.entries(happening.configure)) this.configure(name, overrides);
    } else if ('remove' in happening) {
      this.world.checks.delete(`website/${happening.remove}`);
    } else if ('acknowledge' in happening) {
      this.#acknowledge(happening.acknowledge, minute);
    } else if ('withdraw' in happening) {
      this.#withdraw(happening.withdraw, minute);
    } else if ('arrives' in happening) {
      this.#run(happening.arrives, minute - happening.minutesAgo, happening.found, minute);
    } else if ('maintenance' in happening) {
      const window = { from: this.#at(minute), to: this.#at(minute + happening.maintenance) };
      this.world.maintenance.push({ touchpointId: 'website', ...window, why: 'move to a new host' });
    } else if ('sending' in happening) {
      this.world.sendWorks = happening.sending === 'works';
    } else {
      this.#woken = true;
    }
  }

  pass(minute: number, sweeps: boolean): void {
    for (const check of this.world.checks.values()) {
      const name = check.id.slice('website/'.length);
      const isDue = minute % check.everyMinutes === 0 || this.#confirmations.get(minute)?.has(name);
      const finding = this.#finds.get(name) ?? 'green';
      if (isDue && finding !== 'no runs') this.#run(name, minute, finding);
    }
    if (this.#woken || sweeps) this.#notify(minute);
    this.#woken = false;
  }

  #run(name: Name, minute: number, finding: Finding, now = minute): void {
    const check = this.world.checks.get(`website/${name}`);
    if (check === undefined) throw new Error(`The story speaks of "${name}", which it does not configure.`);
    const step = this.world.evaluate(aFinding(check, this.#at(minute), finding), this.#at(now));
    if (step === 'late') return;
    if (step.wakesNotify) this.#woken = true;
    if (!step.confirm) return;
    const at = minute + CONFIRMATION_MINUTES;
    this.#confirmations.set(at, (this.#confirmations.get(at) ?? new Set()).add(name));
  }

  #notify(minute: number): void {
    const before = this.world.notifications.length;
    this.world.notify('website', this.#at(minute));
    for (const { notices } of this.world.notifications.slice(before)) {
      for (const { checkId, reason, light } of notices) {
        this.sent.push([minute, checkId.slice('website/'.length), reason, light]);
      }
    }
  }

  #acknowledge(name: Name, minute: number): void {
    const openedAt = this.world.statuses.get(`website/${name}`)?.incident?.openedAt;
    if (typeof openedAt !== 'string') throw new Error(`"${name}" has no open incident to acknowledge at ${minute}.`);
    this.world.acknowledgements.push({
      checkId: `website/${name}`,
      subjectAt: openedAt,
      acknowledgedAt: this.#at(minute),
    });
  }

  /** As the table keeps it: one acknowledgement of an incident, and whether it was taken back. */
  #withdraw(name: Name, minute: number): void {
    const { acknowledgements } = this.world;
    const index = acknowledgements.findLastIndex(({ checkId }) => checkId === `website/${name}`);
    const last = acknowledgements[index];
    if (last === undefined) throw new Error(`Nobody has acknowledged "${name}" before ${minute}.`);
    acknowledgements[index] = { ...last, withdrawnAt: this.#at(minute) };
  }

  #at(minute: number): string {
    return toInstant(this.#start + minute * 60_000);
  }
}
