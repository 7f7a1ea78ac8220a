import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * A second program that scores a scorecard: from its file and from answers, by the formula alone, without a line of the one that
 * it is compared with. Score = sum of weight times share over sum of weight, over what was answered.
 */

interface AskedQuestion {
  id: string;
  type: string;
  weight?: number;
  full?: string | number;
  none?: number;
  min?: number;
  max?: number;
  options?: { id: string; earns: number }[];
  critical?: boolean | { below?: number; beyond?: number };
}

export interface AskedCard {
  scorecard: string;
  version: number;
  bounds?: { green: number; red: number };
  sections: { id: string; weight: number; questions: AskedQuestion[] }[];
}

/** Of one visit by one evaluator, by question id; null for "does not apply". */
export interface TrueSheet {
  visit: string;
  /** `2026-11-20T14:30`, on the business's clock. */
  at: string;
  evaluator: string;
  contact: string | null;
  answers: Record<string, string | number | null>;
}

export interface Recount {
  total: number | null;
  sections: (number | null)[];
  light: string;
  n: number;
  failed: string[];
}

export function askedCard(file: string): AskedCard {
  return parse(readFileSync(file, 'utf8')) as AskedCard;
}

/** A share from 0 to 1, or null. */
function share(q: AskedQuestion, answer: string | number | null | undefined): number | null {
  if (answer === null || answer === undefined) return null;
  if (q.type === 'yes-no') return answer === (q.full ?? 'yes') ? 1 : 0;
  if (q.type === 'choice') return q.options?.find((o) => o.id === answer)?.earns ?? null;
  if (q.type === 'scale') return (Number(answer) - (q.min ?? 0)) / (Number(q.max) - (q.min ?? 0));
  const [full, none, value] = [Number(q.full), Number(q.none), Number(answer)];
  if (full < none) return value <= full ? 1 : value >= none ? 0 : (none - value) / (none - full);
  return value >= full ? 1 : value <= none ? 0 : (value - none) / (full - none);
}

function fails(q: AskedQuestion, answer: string | number | null | undefined): boolean {
  const got = share(q, answer);
  if (got === null || q.critical === undefined || q.critical === false) return false;
  if (q.critical === true) return got === 0;
  if (q.type === 'choice') return got < Number(q.critical.below);
  if (q.type === 'scale') return Number(answer) < Number(q.critical.below);
  return Number(q.full) < Number(q.none)
    ? Number(answer) > Number(q.critical.beyond)
    : Number(answer) < Number(q.critical.beyond);
}

function average(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}

function ratio(parts: [weight: number, value: number | null][]): number | null {
  let [top, bottom] = [0, 0];
  for (const [weight, value] of parts) {
    if (value === null) continue;
    top += weight * value;
    bottom += weight;
  }
  return bottom === 0 ? null : top / bottom;
}

/** All sheets are taken to be new enough. */
export function recount(card: AskedCard, sheets: TrueSheet[]): Recount {
  const weight = (q: AskedQuestion): number => q.weight ?? 1;
  const scored = sheets.map((sheet) => {
    const sections = card.sections.map((s) =>
      ratio(s.questions.map((q) => [weight(q), share(q, sheet.answers[q.id])])),
    );
    const total = ratio(card.sections.map((s, i) => [s.weight, sections[i] ?? null]));
    const whole = card.sections.reduce((a, s) => a + s.weight, 0);
    let answered = 0;
    for (const s of card.sections) {
      const all = s.questions.reduce((a, q) => a + weight(q), 0);
      const got = s.questions.filter((q) => share(q, sheet.answers[q.id]) !== null).reduce((a, q) => a + weight(q), 0);
      answered += ((s.weight / whole) * got) / all;
    }
    return { sheet, sections, total, isEnough: answered > 0.6 - 1e-9 };
  });
  const enough = scored.filter((each) => each.isEnough);
  const used = enough.length > 0 ? enough : scored;
  const names = [...new Set(used.map((each) => each.sheet.visit))];
  const overVisits = (of: (each: (typeof used)[number]) => number | null): number | null =>
    average(names.map((name) => average(used.filter((each) => each.sheet.visit === name).map(of))));
  const failed = card.sections
    .flatMap((s) => s.questions)
    .filter((q) => failedLast(q, sheets))
    .map((q) => q.id);
  const total = overVisits((each) => each.total);
  return {
    total,
    sections: card.sections.map((_, i) => overVisits((each) => each.sections[i] ?? null)),
    light: lightOf(card, { total, failed, isEnough: enough.length > 0 }),
    n: names.length,
    failed,
  };
}

function failedLast(q: AskedQuestion, sheets: TrueSheet[]): boolean {
  const answered = sheets.filter((sheet) => share(q, sheet.answers[q.id]) !== null);
  const [last] = answered.toSorted((a, b) => b.at.localeCompare(a.at));
  return answered.some((sheet) => sheet.visit === last?.visit && fails(q, sheet.answers[q.id]));
}

function lightOf(
  { bounds = { green: 0.85, red: 0.6 } }: AskedCard,
  { total, failed, isEnough }: { total: number | null; failed: string[]; isEnough: boolean },
): string {
  if (failed.length > 0) return 'red';
  if (!isEnough || total === null) return 'unknown';
  if (total < bounds.red - 1e-9) return 'red';
  return total < bounds.green - 1e-9 ? 'yellow' : 'green';
}
