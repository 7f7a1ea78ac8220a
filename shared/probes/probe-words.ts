import type { Finding, Statement } from '../model/finding.ts';
import type { Format, Texts } from '../model/format.ts';
import type { BadLight } from '../model/incident.ts';
import type { MeasurementSpec, ProbeSpec } from '../model/probe-spec.ts';

type Names<Spec extends ProbeSpec, Sort> = {
  [Name in keyof Spec['measurements']]: Spec['measurements'][Name] extends Sort ? Name : never;
}[keyof Spec['measurements']];

/** Measurements that have default bounds on some device: they make lights, and alerts speak of them. */
type Judged<Spec extends ProbeSpec> = Names<
  Spec,
  Required<Pick<MeasurementSpec, 'threshold'>> | Required<Pick<MeasurementSpec, 'thresholdOn'>>
>;
/** Measurements that the report draws. */
type Drawn<Spec extends ProbeSpec> = Exclude<
  Names<Spec, { readonly main: true }>,
  Names<Spec, { readonly drawn: false }>
>;

/** How one kind of trouble is described to an owner. */
export interface TroubleWords {
  /** "The contact form does not work" */
  readonly title: string;
  /** Still so, to be followed by its length: "the contact form has failed". `at` names the touchpoint. */
  readonly has: (at: string) => string;
  /** Over, to be followed by its length: "the contact form failed". */
  readonly was: (at: string) => string;
  /** What to do: "Fill in the form yourself ..." */
  readonly todo: string;
  /** What it brings. */
  readonly gain: string;
}

/** What one language says of one probe. */
export interface ProbeWords<Spec extends ProbeSpec = ProbeSpec, Statements = unknown> {
  /** What it looks at, where that cannot be seen: "Contact form". */
  readonly name: string;
  /** The state to be in and its opposite, as they read on in a sentence: "the contact form works". */
  readonly good: string;
  readonly bad: string;
  /** A measurement with its value, as a clause; begins small unless a name begins it. */
  readonly measurement: Readonly<Record<Judged<Spec>, (value: string) => string>> &
    Readonly<Partial<Record<keyof Spec['measurements'], (value: string) => string>>>;
  /** What the probe says of what it saw, by the statement's id. */
  readonly says: Texts<Statements>;
  /** Heads a trend in the report, by the measurement's name. */
  readonly trend: Readonly<Record<Drawn<Spec>, string>>;
  /** What ops do about its alert. */
  readonly remedy: string;
  /** The same, where what was seen asks for something else; null where it does not. */
  readonly remedyOf?: (because: Statement) => string | null;
  /** For the owner's mail and report. */
  readonly trouble: TroubleWords;
  /** What to do where it is so at one touchpoint only, with what was found there; null where the usual words say it all. */
  readonly todoOf?: (finding: Finding, format: Format) => string | null;
  /** The same, where what was found is another trouble; null where it is not. */
  readonly troubleOf?: (finding: Finding, light: BadLight) => TroubleWords | null;
}
