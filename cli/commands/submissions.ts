import { parseDuration } from '../../shared/config/duration.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Submission } from '../../shared/model/submission.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { form } from '../../shared/probes/form/spec.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openSubmissions } from '../history/open-submissions.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import type { Terminal } from '../terminal.ts';

export interface SubmissionsOptions {
  readonly config: string;
  readonly stack?: string;
  /** How far back, such as `30d`. */
  readonly since: string;
}

/** Lists the test messages that were really sent, newest first, so that the business can delete them. */
export async function listSubmissions(
  { config, stack, since }: SubmissionsOptions,
  terminal: Terminal,
): Promise<number> {
  const minutes = parseDuration(since);
  if (minutes === null) throw new UsageError(`--since takes a duration, such as 30d or 12h, not "${since}".`);
  const from = toInstant(Date.now() - minutes * minuteMs);
  const { touchpoints, timeZone } = readTouchpoints(config, terminal);
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks).filter(({ probe }) => probe === form.id);
  const log = await openSubmissions(stack);
  const listed = await Promise.all(
    checks.map(async ({ id }) => {
      const runs = await log.runsSince(id, from);
      return Promise.all(runs.map((scheduledAt) => log.load(id, scheduledAt)));
    }),
  );
  const submissions = listed
    .flat()
    .filter(({ sentTo }) => sentTo !== null)
    .toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
  terminal.printJson({ version: 1, submissions });
  if (submissions.length === 0) {
    const really = checks.some(({ options }) => options['mode'] === 'submit');
    const why = really
      ? ''
      : ' Forms are only rehearsed here: "mode: submit" in touchpoints.yaml would really send them.';
    terminal.print(`No form was really sent within ${since}.${why}`);
    return exitCodes.ok;
  }
  for (const submission of submissions) printSubmission(submission, timeZone, terminal);
  terminal.print(
    'To delete them, search the inbox or the customer list for "Touchlight", or for one message by its marker.',
  );
  return exitCodes.ok;
}

function printSubmission(
  { checkId, sentAt, marker, page, typed, outcome }: Submission,
  timeZone: string,
  terminal: Terminal,
) {
  const at = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  terminal.print(`${terminal.bold(at.format(new Date(sentAt)))}  ${checkId}  marker ${terminal.bold(marker)}  ${page}`);
  for (const { field, value } of typed) terminal.print(`    ${field === '' ? '' : `${field}: `}${value}`);
  terminal.print(
    `    ${outcome === null ? 'How it ended is not known: the visit was interrupted.' : wordStatement(outcome.reason, 'en')}`,
  );
  terminal.print();
}
