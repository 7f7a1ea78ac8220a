import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { zoneProblem } from '../../shared/config/value-problems.ts';
import { forTerminal } from '../terminal.ts';

/** Asks a person one thing; an empty answer takes the proposal. */
export type Ask = (question: string, proposed: string, problemOf: (answer: string) => string | null) => Promise<string>;

export interface Answers {
  readonly business: string;
  readonly timeZone: string;
  readonly alertsTo: readonly string[];
  readonly digest: { readonly to: string; readonly from: string } | null;
}

/** What a look at a site cannot answer. Everything else can be changed in the file. */
export async function askWhatNobodyCanKnow(
  guessed: { readonly business: string; readonly timeZone: string },
  ask: Ask,
): Promise<Answers> {
  const business = await ask('Name of the business', guessed.business, (answer) =>
    answer.length <= 80 ? null : 'is longer than 80 letters',
  );
  const timeZone = await ask('Its time zone', guessed.timeZone, zoneProblem);
  const alerts = await ask(
    'Who gets an alert at once when something breaks (e-mail, several with commas)',
    '',
    everyAddress,
  );
  const owner = await ask('Who reads the weekly mail (e-mail; empty for none)', '', everyAddress);
  const to = addresses(owner)[0];
  const from = to === undefined ? '' : await ask('From which address it is sent', to, everyAddress);
  return {
    business,
    timeZone,
    alertsTo: addresses(alerts),
    digest: to === undefined ? null : { to, from: addresses(from)[0] ?? to },
  };
}

function addresses(answer: string): string[] {
  return answer
    .split(/[,;\s]+/)
    .map((each) => each.trim())
    .filter(Boolean);
}

function everyAddress(answer: string): string | null {
  const wrong = addresses(answer).find((each) => !z.email().safeParse(each).success);
  return wrong === undefined
    ? null
    : `holds "${wrong}", which is not an e-mail address; write one like ops@example.com`;
}

/** Questions on stderr, so that stdout stays the result's. Ctrl-C at a question ends the command like anywhere else. */
export async function withQuestions<T>(signal: AbortSignal, work: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const interrupt = (): void => void process.kill(process.pid, 'SIGINT');
  lines.on('SIGINT', interrupt);
  try {
    return await work(async (question, proposed, problemOf) => {
      for (;;) {
        const hint = proposed === '' ? '' : ` [${proposed}]`;
        const answer =
          (await lines.question(forTerminal(`${question}${hint}: `, process.stderr), { signal })).trim() || proposed;
        const problem = problemOf(answer);
        if (problem === null) return answer;
        process.stderr.write(forTerminal(`"${answer}" ${problem}.\n`, process.stderr));
      }
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    lines.close();
  }
}
