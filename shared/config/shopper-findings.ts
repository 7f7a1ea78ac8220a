import { form } from '../probes/form/spec.ts';
import { isGroup, type Path, valueAt } from './data-path.ts';
import { shopperSchema } from './file-shopper.ts';
import { namedForms } from './named-forms.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

type Shopper = Readonly<Record<string, unknown>>;

/** What of a mystery shopper does not go together. */
export function shopperFindings(touchpoint: unknown, path: Path, touchpoints: readonly unknown[]): readonly Finding[] {
  if (!isGroup(touchpoint) || touchpoint['kind'] !== 'shopper') return [];
  return [
    ...missingFindings(touchpoint, path),
    ...addressFindings(touchpoint, path),
    ...blindFindings(touchpoint, path),
    ...formFindings(touchpoint, path, touchpoints),
    ...repeatedScenarios(touchpoint, path),
  ];
}

const examples = {
  to: 'hello@example.com',
  smtp: 'smtp.example.net:587',
  address: 'shopper@example.net',
  server: 'imap.example.net:993',
} as const;

/** A mail needs somebody to go to, and a mailbox that is read needs a server. A misspelt key may be the one that is missing. */
function missingFindings(shopper: Shopper, path: Path): readonly Finding[] {
  if (Object.keys(shopper).some((key) => !(key in shopperSchema.shape))) return [];
  const needed: readonly (keyof typeof examples)[] = [
    ...(shopper['form'] === undefined ? (['to', 'smtp'] as const) : []),
    ...(shopper['source'] === 'inbound' ? [] : (['address', 'server'] as const)),
  ];
  return needed
    .filter((key) => shopper[key] === undefined)
    .map((key) => ({
      path: [...path, key],
      at: 'value',
      missing: true,
      message: `is missing; for example: ${key}: ${examples[key]}`,
    }));
}

function addressFindings({ to, address }: Shopper, path: Path): readonly Finding[] {
  if (typeof to !== 'string' || typeof address !== 'string' || bare(to) !== bare(address)) return [];
  const message = `${shown(address)} is the address that the shopper writes to; give the shopper a mailbox of its own`;
  return [{ path: [...path, 'address'], at: 'value', message }];
}

/** Without what stands behind a plus: the same mailbox. */
function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
}

function blindFindings(shopper: Shopper, path: Path): readonly Finding[] {
  const { blind, consent, to, smtp, source, replyTag } = shopper;
  if (blind !== true) return [];
  const at = (message: string): Finding => ({ path: [...path, 'blind'], at: 'key', message });
  const findings: Finding[] = [];
  if (consent === undefined)
    findings.push(
      at(
        "needs the owner's written consent, because staff are tested without being told; add consent: { by: <name>, date: <day> }, or leave blind out",
      ),
    );
  if (shopper['form'] === undefined) return findings;
  if (to === undefined || smtp === undefined)
    findings.push(
      at('needs to and smtp, because a closing mail says afterwards that it was a test; add them, or leave blind out'),
    );
  if (source !== 'inbound' && replyTag !== true)
    findings.push(
      at(
        'needs replyTag: true with form, because nothing else in an answer tells which enquiry it belongs to; add it, or leave blind out',
      ),
    );
  return findings;
}

function formFindings(shopper: Shopper, path: Path, touchpoints: readonly unknown[]): readonly Finding[] {
  const { form: named, to, smtp } = shopper;
  if (named === undefined) return [];
  const at = (key: string, part: Finding['at'], message: string): Finding => ({
    path: [...path, key],
    at: part,
    message,
  });
  const half = 'goes with form only for a closing mail, which needs both to and smtp';
  const findings = [
    ...(to !== undefined && smtp === undefined ? [at('to', 'key', `${half}; add smtp, or leave it out`)] : []),
    ...(to === undefined && smtp !== undefined ? [at('smtp', 'key', `${half}; add to, or leave it out`)] : []),
  ];
  if (!shopperSchema.shape.form.safeParse(named).success) return findings;
  const known = touchpoints.flatMap(formsOf);
  if (known.includes(String(named))) return findings;
  return [
    ...findings,
    at('form', 'value', `${shown(named)} is not a form of this file; ${remedy(String(named), known)}`),
  ];
}

function remedy(written: string, known: readonly string[]): string {
  const near = nearestWord(written, known);
  if (near !== null) return didYouMean(written, near);
  if (known.length > 0) return `write ${anyOf(known)}`;
  return 'add the website with the form as a touchpoint of kind: website';
}

/** The checks of a website's forms that are not switched off. */
function formsOf(touchpoint: unknown): readonly string[] {
  const { kind, id } = isGroup(touchpoint) ? touchpoint : {};
  if (kind !== 'website' || typeof id !== 'string') return [];
  const checks = valueAt(touchpoint, ['checks']);
  const names = [form.id, ...namedForms(checks)].filter((name) => valueAt(checks, [name]) !== false);
  return names.map((name) => `${id}/${name}`);
}

function repeatedScenarios(shopper: Shopper, path: Path): readonly Finding[] {
  const scenarios = valueAt(shopper, ['scenarios']);
  if (!Array.isArray(scenarios)) return [];
  const index = scenarios.findIndex((each, place) => scenarios.indexOf(each) !== place);
  if (index === -1) return [];
  return [{ path: [...path, 'scenarios', index], at: 'value', message: 'lists a scenario twice; remove one' }];
}
