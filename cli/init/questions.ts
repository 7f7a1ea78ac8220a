import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import type { OpeningHours } from '../../shared/business-facts/hours/opening-hours.ts';
import { readWrittenHours } from '../../shared/business-facts/hours/written-hours.ts';
import { type DayOff, suspendedHolidays } from '../../shared/config/holidays.ts';
import { zoneProblem } from '../../shared/config/time-zones.ts';
import { suspendedSentence, writtenDate } from '../schedule/days-off.ts';
import { forTerminal } from '../terminal.ts';

/** Asks a person one thing; an empty answer takes the proposal. */
export type Ask = (question: string, proposed: string, problemOf: (answer: string) => string | null) => Promise<string>;

export interface Answers {
  readonly business: string;
  readonly timeZone: string;
  /** Null when nobody was asked. */
  readonly hours: OpeningHours | null;
  /** Are the public holidays days off? Null when nobody was asked. */
  readonly holidays: boolean | null;
  readonly alertsTo: readonly string[];
  readonly digest: { readonly to: string; readonly from: string } | null;
}

interface Guess {
  readonly business: string;
  readonly timeZone: string;
  /** What the site says of its opening hours, where that could not be understood for certain. */
  readonly unclearHours?: string | null;
  /** Public holidays of the business's country ahead, where somebody keeps a calendar of them. */
  readonly holidays?: readonly DayOff[];
}

const holidaysNamed = 4;
const usualHours = 'Mon-Fri 9:00-18:00';

/** What a look at a site cannot tell. Everything else can be changed in the file. */
export async function askWhatNobodyCanKnow(guessed: Guess, ask: Ask): Promise<Answers> {
  const business = await ask('Name of the business', guessed.business, (answer) =>
    answer.length <= 80 ? null : 'is longer than 80 letters',
  );
  const timeZone = await ask('Its time zone', guessed.timeZone, zoneProblem);
  const hours = await askForHours(guessed.unclearHours ?? null, ask);
  const holidays = await askForHolidays(guessed.holidays ?? [], ask);
  const alerts = await ask(
    'Who should be alerted at once when something breaks (email addresses, separated by commas)',
    '',
    everyAddress,
  );
  const owner = await ask('Who should get the weekly email (address; empty for none)', '', everyAddress);
  const to = addresses(owner)[0];
  const from = to === undefined ? '' : await ask('From which address it is sent', to, everyAddress);
  return {
    business,
    timeZone,
    hours,
    holidays,
    alertsTo: addresses(alerts),
    digest: to === undefined ? null : { to, from: addresses(from)[0] ?? to },
  };
}

async function askForHours(said: string | null, ask: Ask): Promise<OpeningHours | null> {
  if (said === null) return null;
  const question = `When somebody is at work (the site says "${said}")`;
  const answer = await ask(question, usualHours, (hours) =>
    readWrittenHours(hours, '') === null
      ? 'cannot be read as opening hours; write them like "Mon-Fri 9:00-13:00, 14:00-18:00; Sat 10:00-14:00"'
      : null,
  );
  return readWrittenHours(answer, '');
}

/** Whose customers wait for a day that was none wait unseen: no day is taken for one that nobody has looked at. */
async function askForHolidays(ahead: readonly DayOff[], ask: Ask): Promise<boolean | null> {
  const [first] = ahead;
  if (first?.calendar === undefined || first.calendar === null) return null;
  const days = ahead.slice(0, holidaysNamed).map(({ date, name }) => `${writtenDate(date)} ${name}`);
  const isSuspended = suspendedHolidays([first.calendar]);
  const question = `${isSuspended ? `${suspendedSentence} ` : ''}Is the business closed on the public holidays of ${first.calendar}, such as ${days.join(', ')} (yes or no)`;
  const answer = await ask(question, isSuspended ? 'no' : 'yes', (said) =>
    /^(y|yes|n|no)$/i.test(said) ? null : 'is neither yes nor no',
  );
  return /^y/i.test(answer);
}

function addresses(answer: string): string[] {
  return answer
    .split(/[,;\s]+/)
    .map((each) => each.trim())
    .filter(Boolean);
}

function everyAddress(answer: string): string | null {
  const wrong = addresses(answer).find((each) => !z.email().safeParse(each).success);
  return wrong === undefined ? null : `holds "${wrong}", which is not an email address; write one like ops@example.com`;
}

/** Questions on stderr, so that stdout stays the result's. Ctrl-C at a question ends the command like anywhere else. */
export async function withQuestions<T>(signal: AbortSignal, work: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Not sent to the process, which Windows would end at once.
  const interrupt = (): void => void process.emit('SIGINT', 'SIGINT');
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
