import path from 'node:path';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { ResultStore } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { createEvidenceReader } from '../local/evidence-reader.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { selectChecks } from '../options/select-checks.ts';
import type { Terminal } from '../terminal.ts';
import { truthLines } from '../wrong/truth.ts';
import { type VisitPages, visitPages } from '../wrong/visit-pages.ts';
import { writeWrongFolder } from '../wrong/wrong-folder.ts';

export interface WrongOptions {
  readonly config: string;
  readonly stack?: string;
  readonly folder?: string;
}

/** How far back the last result is looked for, step by step: a year of results of a busy check is much to read. */
const lookBackDays = [2, 40, 400] as const;

/** "That is not so": writes the last result of a check into a folder to attach to a bug report. Sends nothing. */
export async function reportWrong(
  name: string,
  options: WrongOptions,
  terminal: Terminal,
  visit: VisitPages = visitPages,
): Promise<number> {
  const check = onlyOne(selectChecks(readTouchpoints(options.config, terminal), [name]), name);
  const history = await openHistory(options);
  try {
    const now = Date.now();
    const result = await lastResult(check, history.stores.results, now);
    if (result === null) {
      throw new UsageError(
        `${check.id} has no result in the last ${lookBackDays[2]} days (${history.place}). Measure it first: touchlight run --only ${check.id}`,
      );
    }
    const evidence = createEvidenceReader(history.evidenceBucket, path.resolve(options.folder ?? localFolder));
    const pages = await visit(check, result);
    const written = await writeWrongFolder({ check, result, evidence, pages }, path.resolve('.'), toInstant(now));
    const { folder, files, pictures, light, sentence } = written;
    const truth = truthLines(check, result);
    const { scheduledAt } = result;
    terminal.printJson({ version: 1, checkId: check.id, scheduledAt, folder, files, truth, sent: false });
    terminal.print(`${terminal.light(light)}  ${terminal.bold(check.id)}  ${sentence}`);
    terminal.print();
    terminal.print(`Written to ${path.relative('.', folder)}/: ${files.join(', ')}`);
    terminal.print(
      'Nothing has been sent. README.md says what to attach where, and what touchpoints.yaml can say until then.',
    );
    terminal.print('Names, numbers and addresses are replaced by placeholders of the same length.');
    for (const picture of pictures) {
      terminal.print(`${picture} shows the page as it is: look at it before you attach it.`);
    }
    if (truth.length > 0) {
      terminal.print();
      terminal.print(`Until then, ${options.config} can say what is right. Keep what is, correct the rest:`);
      for (const line of truth) terminal.print(`  ${line}`);
    }
    return exitCodes.ok;
  } finally {
    await history.close();
  }
}

/** A check's own id means that check alone, also where others begin with it. @throws UsageError when the name means several */
function onlyOne(checks: readonly Check[], name: string): Check {
  const exactly = checks.filter(({ id }) => id === name);
  const [check, ...others] = exactly.length > 0 ? exactly : checks;
  if (check !== undefined && others.length === 0) return check;
  const ids = checks.map(({ id }) => id).join(', ');
  throw new UsageError(`"${name}" means ${checks.length} checks. Name the one that is wrong: ${ids}.`);
}

async function lastResult(check: Check, results: ResultStore, now: number): Promise<Result | null> {
  const to = toInstant(now + 1);
  for (const days of lookBackDays) {
    const last = (await results.list(check.id, { from: toInstant(now - days * dayMs), to })).at(-1);
    if (last !== undefined) return last;
  }
  return null;
}
