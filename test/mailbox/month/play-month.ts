import { toInstant } from '../../../shared/model/instant.ts';
import type { Light } from '../../../shared/model/light.ts';
import { aMail, type MailParts } from '../support/a-mail.ts';
import type { ServedMailbox } from '../support/a-mailbox.ts';
import { clock, minuteOf, polls, sundayEvenings, timeOf } from './month-clock.ts';
import { monthStories } from './stories.ts';
import type { MailStep, MailStory } from './story.ts';

/** A copy of a story. */
export interface MailCase {
  readonly story: MailStory;
  readonly n: string;
  readonly begins: number;
}

export const cases: readonly MailCase[] = monthStories
  .flatMap((story) =>
    story.begins.flatMap((when) =>
      Array.from({ length: story.copies }, (_, copy) => ({ story, begins: minuteOf(when) + copy })),
    ),
  )
  .map((one, index) => ({ ...one, n: String(index + 1).padStart(4, '0') }));

interface Scene {
  readonly at: number;
  readonly step: MailStep;
  readonly n: string;
}

type Polled = Awaited<ReturnType<ServedMailbox['mailbox']['poll']>>;

export interface Month {
  /** When the light changed, in Kyiv: `Mon 10-05 14:30 yellow`. */
  readonly lights: readonly string[];
  readonly nudges: readonly string[];
  /** Of each Sunday evening. */
  readonly weeks: readonly Polled[];
}

/** Puts the month's mails into the server, each when its time has come, and polls in between. */
export async function playMonth({ mailbox, server }: ServedMailbox): Promise<Month> {
  for (const folder of ['Junk', 'Archive']) await server.createFolder(folder);
  const scenes = cases
    .flatMap(({ story, begins, n }) => story.steps.map((step): Scene => ({ at: begins + step.after, step, n })))
    .toSorted((a, b) => a.at - b.at);
  const lights: string[] = [];
  const nudges: string[] = [];
  const weeks: Polled[] = [];
  let light: Light | '' = '';
  let next = 0;
  for (const now of polls) {
    for (let scene = scenes[next]; scene !== undefined && scene.at <= now; scene = scenes[next]) {
      await playScene(scene, server);
      next += 1;
    }
    mailbox.now = timeOf(now);
    const polled = await mailbox.poll();
    if (polled.light !== light) lights.push(`${clock.label(now)} ${polled.light}`);
    light = polled.light;
    const nudged = mailbox.conversations.filter(({ nudgedAt }) => nudgedAt === toInstant(timeOf(now)));
    if (nudged.length > 0) nudges.push(`${clock.label(now)} ${nudged.length}`);
    if (sundayEvenings.includes(now)) weeks.push(polled);
  }
  if (next < scenes.length) throw new Error(`${scenes.length - next} mails come after the last poll.`);
  return { lights, nudges, weeks };
}

async function playScene({ step, at, n }: Scene, server: ServedMailbox['server']): Promise<void> {
  if ('moves' in step) await server.move(step.from, numbered(step.moves, n), step.to);
  else await server.put(step.into, aMail(JSON.parse(numbered(JSON.stringify(step.puts), n)) as MailParts), timeOf(at));
}

function numbered(text: string, n: string): string {
  return text.replaceAll('{n}', n);
}
