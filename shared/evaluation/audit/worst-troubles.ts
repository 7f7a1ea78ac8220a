import { type Cause, isCause } from '../../model/cause.ts';
import type { Check } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import type { BadLight } from '../../model/incident.ts';
import { type TroubleKind, troubleKinds } from '../../model/site-trouble.ts';
import type { Judgement } from '../../model/verdict.ts';
import type { Role } from '../../model/week-figure.ts';
import { availability } from '../../probes/availability/spec.ts';
import { contacts } from '../../probes/contacts/spec.ts';
import { form } from '../../probes/form/spec.ts';
import { specOf } from '../../probes/index.ts';
import { lighthouse } from '../../probes/lighthouse/spec.ts';
import { pageLoad } from '../../probes/page-load/spec.ts';

/** Everything of one kind that one look at a site found, on whichever device or page. */
export interface SiteTrouble {
  readonly kind: TroubleKind;
  /** The worst of what was found. */
  readonly light: BadLight;
  /** Who can put right the worst of it. */
  readonly role: Role;
  /** Worst first; never empty. */
  readonly found: readonly [Found, ...Found[]];
}

export interface Found {
  readonly check: Check;
  readonly finding: Finding;
  readonly light: BadLight;
}

/** Red before yellow; among equals, what loses most customers first. */
export function worstTroubles(
  judged: readonly { readonly check: Check; readonly judgement: Judgement }[],
): SiteTrouble[] {
  const found = judged.flatMap(({ check, judgement }) =>
    judgement.verdicts.flatMap(({ light, finding }): Found[] =>
      light === 'red' || light === 'yellow' ? [{ check, finding, light }] : [],
    ),
  );
  const worstFirst = found.toSorted((a, b) => severity(a.light) - severity(b.light) || weightOf(a) - weightOf(b));
  return [...Map.groupBy(worstFirst, alike).values()]
    .flatMap(([worst, ...rest]) => (worst === undefined ? [] : [troubleOf(worst, rest)]))
    .toSorted((a, b) => severity(a.light) - severity(b.light) || place(a.kind) - place(b.kind));
}

function troubleOf(worst: Found, rest: readonly Found[]): SiteTrouble {
  return { kind: kindOf(worst), light: worst.light, role: roleOf(worst), found: [worst, ...rest] };
}

/** What has nothing in common but that it is no other kind stays apart. */
function alike(found: Found): string {
  const kind = kindOf(found);
  return kind === 'other' ? `${kind} ${found.check.probe} ${nameOf(found.finding)}` : kind;
}

function nameOf(finding: Finding): string {
  return finding.kind === 'measurement' ? finding.id : (finding.cause ?? '');
}

const noPage: ReadonlySet<Cause> = new Set([
  'unreachable',
  'bad-tls',
  'redirect-loop',
  'http-error',
  'never-loads',
  'still-loading',
  'blank-page',
  'frozen',
  'placeholder',
  'page-covered',
] as const);

function kindOf({ check: { probe }, finding }: Found): TroubleKind {
  if (finding.kind === 'cause' && finding.cause !== null && isCause(finding.cause) && noPage.has(finding.cause)) {
    return 'no-page';
  }
  switch (probe) {
    case form.id:
      return 'form';
    case contacts.id:
      return 'contacts';
    case pageLoad.id:
    case lighthouse.id:
      return 'speed';
    case availability.id:
      return kindOfAnswer(nameOf(finding));
    default:
      return 'other';
  }
}

function kindOfAnswer(measurement: string): TroubleKind {
  const names: Readonly<Partial<Record<string, TroubleKind>>> = {
    ttfbMs: 'speed',
    tlsDaysLeft: 'certificate',
    tlsShortLivedDaysLeft: 'certificate',
  } satisfies Partial<Record<keyof typeof availability.measurements, TroubleKind>>;
  return names[measurement] ?? 'other';
}

function roleOf({ check: { probe }, finding }: Found): Role {
  const spec = specOf(probe);
  const own = finding.kind === 'measurement' ? spec?.measurements[finding.id]?.owner : undefined;
  return own ?? spec?.owner ?? 'developer';
}

const severity = (light: BadLight): number => (light === 'red' ? 0 : 1);
const place = (kind: TroubleKind): number => troubleKinds.indexOf(kind);
const weightOf = ({ check }: Found): number => specOf(check.probe)?.weight ?? Number.MAX_SAFE_INTEGER;
