import type { Device } from '../../model/device.ts';
import type { PluralForms } from '../../model/format.ts';
import type { Light } from '../../model/light.ts';
import type { SentReason } from '../../model/reason.ts';

/** What the live page says on every page, on its overview and of an incident. Moments come in words: "today at 09:00". */
export interface PageWords {
  readonly nav: Readonly<Record<'label' | 'overview' | 'plan' | 'weeks' | 'skip' | 'signOut', string>>;
  readonly role: Readonly<Record<'reader' | 'operator', string>>;
  readonly asOf: (moment: string) => string;
  /** Shown where the page can no longer update itself. */
  readonly notUpdated: (moment: string) => string;
  readonly updatesItself: string;
  readonly headline: {
    /** The worst of what is open: what it is, and since when. */
    readonly worst: (what: string, since: string) => string;
    /** Touchlight does not run. */
    readonly notUpdated: (moment: string) => string;
    readonly checking: string;
    readonly unmeasured: string;
    readonly allGreen: string;
    readonly nothingToCheck: string;
  };
  readonly heading: Readonly<
    Record<'incidents' | 'touchpoints' | 'waiting' | 'history' | 'pictures' | 'actions', string>
  >;
  readonly noIncidents: string;
  readonly moreIncidents: (count: number) => string;
  readonly label: Readonly<
    Record<'now' | 'since' | 'lasted' | 'expected' | 'actual' | 'todo' | 'worstLight' | 'onIt' | 'lastProblem', string>
  >;
  /** Behind a check's name. */
  readonly device: Readonly<Record<Device, string>>;
  /** "since 09:40 (45 minutes)" */
  readonly sinceFor: (moment: string, length: string) => string;
  readonly since: (moment: string) => string;
  readonly somebody: string;
  readonly nobodyOnIt: string;
  /** The alternative text of the picture of what was seen. */
  readonly picture: (what: string) => string;
  readonly measuredAgo: (length: string) => string;
  readonly measuredNow: string;
  readonly checks: PluralForms;
  readonly grey: {
    readonly never: string;
    /** @param light what it was then, in words */
    readonly notUpdated: (moment: string, light: string) => string;
    /** @param light null where it was grey then, too */
    readonly silent: (moment: string, light: string | null) => string;
    readonly unmeasured: (what: string) => string;
    readonly someUnmeasured: (checks: string) => string;
  };
  /** Of a red or yellow light that no incident explains yet. */
  readonly checkedAgain: string;
  readonly nothingToCheck: string;
  readonly maintenance: {
    readonly now: (until: string) => string;
    readonly next: (from: string, until: string) => string;
  };
  readonly strip: {
    readonly days: (count: number) => string;
    /** What is read aloud: "1 red, 2 yellow". */
    readonly summary: (days: string, lights: string) => string;
    /** Of days: "1 red". */
    readonly lights: Readonly<Record<Light, PluralForms>>;
    readonly noDays: string;
  };
  readonly waiting: {
    readonly count: (waiting: number, overdue: number) => string;
    readonly more: (count: number) => string;
    readonly nobody: string;
    readonly notRead: (count: number) => string;
  };
  readonly incident: {
    readonly over: (moment: string) => string;
    /** Its check is not measured any more. */
    readonly lost: (moment: string) => string;
    readonly removed: string;
    readonly story: Readonly<Record<'suspected' | 'opened' | 'resolved' | 'withdrawn' | 'maintenance', string>>;
    readonly alertSent: Readonly<Record<SentReason, string>>;
    readonly acknowledged: string;
    readonly until: (moment: string) => string;
    readonly columns: Readonly<Record<'when' | 'what', string>>;
  };
  readonly form: Readonly<
    Record<
      | 'onIt'
      | 'why'
      | 'withdraw'
      | 'run'
      | 'startMaintenance'
      | 'endMaintenance'
      | 'maintenanceNote'
      | 'maintenanceWhy'
      | 'maintenanceLength',
      string
    >
  >;
  readonly problem: Readonly<
    Record<'notFound' | 'failed' | 'paused', { readonly title: string; readonly text: string }>
  > & {
    readonly back: string;
  };
}
