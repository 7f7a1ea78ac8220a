import type { z } from 'zod';
import type { Device } from './device.ts';
import type { ImportKind } from './import-kind.ts';
import type { Threshold } from './threshold.ts';
import type { VisitKind } from './visit-kind.ts';
import type { FigureId, Role } from './week-figure.ts';

export const units = ['ms', 'bytes', 'score', 'days', 'count', 'minutes', 'ratio', 'number'] as const;
export type Unit = (typeof units)[number];

export interface MeasurementSpec {
  /** Plain words for an owner, in English: "time until the main content appears". */
  readonly title: string;
  readonly unit: Unit;
  /** Default bounds; absent means that it is recorded and shown, not judged. */
  readonly threshold?: Threshold;
  /** Other default bounds for one device. */
  readonly thresholdOn?: Partial<Record<Device, Threshold>>;
  /**
   * Another measurement of the probe, of what matters more: while that is not beyond the red bound of this one, this one is
   * no worse than yellow.
   */
  readonly redOnlyWith?: string;
  /** Kept as p50/p75/max in the day's roll-up and drawn as a trend. */
  readonly main?: boolean;
  /** A main one is kept for a figure only, and makes no line; or its line is drawn from the history that each result brings. */
  readonly drawn?: false | 'history';
  /** The result's nudges report its yellow case by case; it is no incident. */
  readonly nudges?: boolean;
  /**
   * To an owner it is a trouble of its own: the words have `troubleOf` for it. How long a `momentary` one has been so says nothing:
   * nobody was kept waiting, or nobody is any more.
   */
  readonly ownTrouble?: 'lasting' | 'momentary';
  /** Who can put it right, where that is somebody else than for the rest of the probe. */
  readonly owner?: Role;
}

/** How a probe answers one of the figures that an owner follows from week to week. */
export type FigureSpec =
  /** By the share of its runs that saw the touchpoint working. */
  | { readonly by: 'runs'; readonly device: Device | null }
  /**
   * By what one of its `main` measurements usually is: the median of the days' p50 or p75; `last` is that of the last day, for what is
   * itself made of a long time. Its threshold judges the figure.
   */
  | {
      readonly by: 'measurement';
      readonly device: Device | null;
      readonly measurement: string;
      readonly spread: 'p50' | 'p75' | 'last';
    }
  /** By the number of days on which one of its `main` measurements was usually 1, of those on which it was made. */
  | { readonly by: 'days'; readonly device: Device | null; readonly measurement: string }
  /** By what customers wrote, and when they were answered. */
  | { readonly by: 'conversations' };

/**
 * What everybody may know of a probe without importing its code: the configuration reader its options, the judge its
 * thresholds, mails its words. The measuring code stands in `functions/<step>/<id>/probe.ts`.
 */
export interface ProbeSpec {
  /** = file name = test name = the word in alerts. */
  readonly id: string;
  /** The state to be in ("The contact form works") and its opposite. */
  readonly title: string;
  readonly failureTitle: string;
  /** Checks with the same `visit` word, page and device travel together and are answered from one page load. */
  readonly visit: VisitKind;
  /** Who can put right what it finds. */
  readonly owner: Role;
  /** Where it stands among things to do at the same light, lightest first: what costs most customers comes first. */
  readonly weight: number;
  /** One check per device? */
  readonly perDevice: boolean;
  /** Also run on the touchpoint's further `pages`? */
  readonly perPage: boolean;
  readonly everyMinutes: number;
  /**
   * A website's check that asks a service about the site. It runs only where the file names it, and that the service knows nothing of
   * the site is nobody's fault.
   */
  readonly optIn?: true;
  /** How often ops are reminded by default, as the file writes it, where the usual 24 hours are too often for what changes slowly. */
  readonly remindEvery?: string;
  /**
   * Does its light tell how whole days or weeks were? Then the moment when it turned says when that was noticed, and nothing of how
   * long customers have met it.
   */
  readonly coversWindow?: true;
  /** Is what it sees in business hours something else than outside? Then its checks carry the hours. */
  readonly byHours?: boolean;
  /** Can another region tell whether it fails there, too? Not for what measures speed, which grows with the distance. */
  readonly seenElsewhere?: true;
  /** Strict zod object of the probe's own options (not `every`, `devices`, `thresholds`, policy: those are every check's). */
  readonly options: z.ZodObject;
  /** Of those, what nobody writes: it is filled in from the rest of the file. */
  readonly filledIn?: readonly string[];
  readonly measurements: Readonly<Record<string, MeasurementSpec>>;
  /** Files that it reads from a folder of its touchpoint; one that lands in the stack's bucket is read at once. */
  readonly imports?: ImportKind;
  /** Figures of the weekly mail that it answers; absent for none. */
  readonly figures?: Readonly<Partial<Record<FigureId, FigureSpec>>>;
}
