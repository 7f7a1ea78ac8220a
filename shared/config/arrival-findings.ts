import { touchpointIdSchema } from '../model/check-id.ts';
import { form } from '../probes/form/spec.ts';
import { isGroup, type Path, valueAt } from './data-path.ts';
import { namedForms } from './named-forms.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

/** What is wrong with where the messages of a website's forms are said to arrive. */
export function arrivalFindings(touchpoint: unknown, path: Path, touchpoints: readonly unknown[]): readonly Finding[] {
  const checks = valueAt(touchpoint, ['checks']);
  return [form.id, ...namedForms(checks)].flatMap((name) => {
    const settings = valueAt(checks, [name]);
    return isGroup(settings) ? findingsOf(settings, [...path, 'checks', name], touchpoints) : [];
  });
}

function findingsOf(
  { arrivesIn, within, mode }: Readonly<Record<string, unknown>>,
  path: Path,
  touchpoints: readonly unknown[],
): readonly Finding[] {
  const at = (key: string, part: Finding['at'], message: string): Finding[] => [
    { path: [...path, key], at: part, message },
  ];
  if (arrivesIn === undefined) {
    if (within === undefined) return [];
    return at(
      'within',
      'key',
      'says how soon a message must arrive, but not where; add arrivesIn with the id of a mailbox',
    );
  }
  if (!touchpointIdSchema.safeParse(arrivesIn).success) return [];
  if (mode === undefined || mode === 'rehearse') {
    const says = 'needs mode: submit, because a form that is only rehearsed sends nothing that could arrive';
    return at('arrivesIn', 'key', `${says}; write mode: submit, or leave arrivesIn out`);
  }
  const problem = mailboxProblem(String(arrivesIn), touchpoints);
  return problem === null ? [] : at('arrivesIn', 'value', `${shown(arrivesIn)} ${problem}`);
}

function mailboxProblem(id: string, touchpoints: readonly unknown[]): string | null {
  const kindOf = (touchpoint: unknown): unknown => valueAt(touchpoint, ['kind']);
  const named = touchpoints.find((each) => valueAt(each, ['id']) === id);
  if (named !== undefined) {
    if (kindOf(named) === 'mailbox') return null;
    return `is a touchpoint of kind ${shown(kindOf(named))}, and messages arrive in one of kind: mailbox; ${remedy(id, touchpoints)}`;
  }
  return `is not the id of a touchpoint; ${remedy(id, touchpoints)}`;
}

function remedy(written: string, touchpoints: readonly unknown[]): string {
  const mailboxes = touchpoints
    .filter((each) => valueAt(each, ['kind']) === 'mailbox')
    .map((each) => valueAt(each, ['id']))
    .filter((id) => typeof id === 'string');
  const near = nearestWord(written, mailboxes);
  if (near !== null) return didYouMean(written, near);
  if (mailboxes.length > 0) return `write ${anyOf(mailboxes)}`;
  return 'add a touchpoint of kind: mailbox and write its id, or leave arrivesIn out';
}
