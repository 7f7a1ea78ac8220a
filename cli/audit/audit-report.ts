import { findingOf, judge } from '../../shared/evaluation/incidents/judge.ts';
import { shownLight } from '../../shared/evaluation/incidents/light-at.ts';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Device } from '../../shared/model/device.ts';
import type { EvidenceGap, gapsDetail } from '../../shared/model/evidence.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { BadLight } from '../../shared/model/incident.ts';
import type { ShownLight } from '../../shared/model/light.ts';
import type { Unit } from '../../shared/model/probe-spec.ts';
import type { Outcome, Result } from '../../shared/model/result.ts';
import type { Judgement } from '../../shared/model/verdict.ts';
import { specOf } from '../../shared/probes/index.ts';
import type { CheckedResult } from '../local/run-visits.ts';
import type { BuildVerdict } from './build-verdict.ts';

/** The stable shape of `audit --json`: add fields, never rename. */
export interface AuditReport {
  readonly version: 1;
  readonly url: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The file whose thresholds apply; absent without one. */
  readonly budget?: string;
  readonly verdict: BuildVerdict;
  readonly checks: readonly AuditedCheck[];
}

export interface AuditedCheck {
  readonly check: string;
  /** With its page and device, as `--only` takes it: `page-load:/prices@mobile`. */
  readonly name: string;
  readonly device: Device | null;
  /** Null where there is nothing to check. */
  readonly light: ShownLight;
  readonly outcome: Outcome;
  /** In the language that was asked for. */
  readonly reason: string;
  /** The same as data. */
  readonly finding: Finding;
  /** What else is amiss, and advice that changes no light; worded as the reason is. */
  readonly also: readonly string[];
  /** Measurements that are not green, worst first, with their bounds. */
  readonly beyond: readonly BeyondBound[];
  readonly measurements: Readonly<Record<string, number>>;
  readonly evidence: readonly string[];
  /** Absent where nothing is missing. */
  readonly [gapsDetail]?: readonly EvidenceGap[];
  readonly [detail: string]: unknown;
}

export interface BeyondBound {
  readonly measurement: string;
  readonly unit: Unit;
  readonly light: BadLight;
  readonly value: number;
  /** The worst value that is green, and the first that is red; null: it never gets red. */
  readonly green: number;
  readonly red: number | null;
}

/** A check of the audit with what it came to. */
export interface Audited extends CheckedResult {
  readonly judgement: Judgement;
  readonly shown: AuditedCheck;
}

export function audited({ check, result }: CheckedResult, language: Language): Audited {
  const judgement = judge(result, check);
  const finding = findingOf(judgement, result);
  const shown = {
    check: check.probe,
    name: nameOf(check),
    device: check.device,
    light: shownLight(judgement.light, result.outcome),
    outcome: result.outcome,
    reason: wordFinding(finding, check.probe, language).sentence,
    finding,
    also: wordRest(judgement, result, check, language),
    beyond: beyondBounds(judgement, check),
    measurements: result.measurements,
    evidence: result.evidence.map(({ reference }) => reference),
    ...result.details,
  };
  return { check, result, judgement, shown };
}

/** The check's id within its touchpoint. */
export function nameOf({ id, touchpointId }: Check): string {
  return id.slice(touchpointId.length + 1);
}

const mostFurther = 4;

/** The further verdicts that are not green, worst first, and what is counted without a bound. */
function wordRest(
  { headline, verdicts }: Judgement,
  { outcome, measurements, facts }: Result,
  { probe }: Check,
  language: Language,
): string[] {
  if (outcome !== 'measured') return [];
  const bad = verdicts.filter((verdict) => verdict !== headline && verdict.light !== 'green');
  const judged = new Set(verdicts.flatMap(({ finding }) => (finding.kind === 'measurement' ? finding.id : [])));
  const isCounted = (id: string): boolean =>
    !judged.has(id) && specOf(probe)?.measurements[id]?.unit === 'count' && (measurements[id] ?? 0) > 0;
  const advice = Object.entries(facts ?? {}).flatMap(([id, says]) =>
    isCounted(id) ? wordStatement(says, language) : [],
  );
  return [...bad.map(({ finding }) => wordFinding(finding, probe, language).sentence), ...advice].slice(0, mostFurther);
}

function beyondBounds({ verdicts }: Judgement, { thresholds }: Check): BeyondBound[] {
  return verdicts.flatMap(({ light, finding }): BeyondBound[] => {
    if (finding.kind !== 'measurement' || light === 'green' || light === 'unknown') return [];
    const { id: measurement, unit, value, bound: green } = finding;
    return [{ measurement, unit, light, value, green, red: thresholds[measurement]?.red ?? null }];
  });
}
