import type { StubFault } from '../../../examples/social-stubs/stub-server.ts';
import type { Person, World } from '../../../examples/social-stubs/world.ts';
import type { PageKind } from '../../../shared/model/social-platform.ts';
import { stories } from '../stories.ts';
import type { Polled, WatchedTouchpoint } from './a-touchpoint.ts';
import { openTouchpoint, underTest } from './platforms-under-test.ts';
import type { Step, Story, Who } from './story.ts';
import { label, minuteOfWeek, pollsOfTheWeek } from './week-clock.ts';

/** Monday, midnight in Kyiv, two hours before UTC. */
const mondayMs = Date.parse('2026-11-16T00:00:00+02:00');
const minuteMs = 60_000;

const weekStartsAt = new Date(mondayMs).toISOString();

function inKyiv(minute: number): number {
  return mondayMs + minute * minuteMs;
}

export interface PlayedStory {
  readonly story: Story;
  /** The entry's id in the world, once it has been written. */
  id: string | null;
}

interface Scene {
  readonly at: number;
  readonly play: () => void;
}

let people = 10_000;

function aPerson(): Person {
  people += 1;
  return { id: String(people), name: `Ann Kovalenko${people}` };
}

/** All copies of the platform's stories, as scenes in order of time. */
function scenesOf(
  kind: PageKind,
  world: World,
  { posts, ads }: { readonly posts: readonly string[]; readonly ads: readonly string[] },
): { scenes: Scene[]; played: PlayedStory[] } {
  const played: PlayedStory[] = [];
  const scenes: Scene[] = [];
  for (const story of stories.filter(({ on }) => on.includes(kind))) {
    for (const begins of story.begins) {
      for (let copy = 0; copy < story.copies; copy++) {
        const one: PlayedStory = { story, id: null };
        played.push(one);
        const cast: Record<Who, Person | 'business' | null> = {
          customer: aPerson(),
          other: aPerson(),
          business: 'business',
          staff: { id: '777', name: 'Olena Barista' },
          nobody: null,
        };
        const refs = new Map<string, string>();
        const post = story.where === 'own-post' ? world.addPost() : placeOf(story, played.length, posts, ads);
        const inPrivate = story.where === 'messenger';
        for (const step of story.steps) {
          const at = inKyiv(minuteOfWeek(begins) + copy * 2 + step.after);
          scenes.push({ at, play: () => playStep(step, { kind, world, cast, refs, post, inPrivate, one }) });
        }
      }
    }
  }
  return { scenes: scenes.toSorted((a, b) => a.at - b.at), played };
}

function placeOf({ where }: Story, n: number, posts: readonly string[], ads: readonly string[]): string | undefined {
  if (where === 'visitor' || where === 'messenger') return undefined;
  const all = where === 'ad' ? ads : posts;
  return all[n % Math.max(1, all.length)];
}

interface Stage {
  readonly kind: PageKind;
  readonly world: World;
  readonly cast: Record<Who, Person | 'business' | null>;
  readonly refs: Map<string, string>;
  readonly post: string | undefined;
  readonly inPrivate: boolean;
  readonly one: PlayedStory;
}

function playStep(step: Step, { kind, world, cast, refs, post, inPrivate, one }: Stage): void {
  if (step.does === 'write') {
    const replyTo = step.to === undefined ? undefined : refs.get(step.to);
    const id = world.write({
      by: cast[step.who],
      text: step.text,
      ...(replyTo !== undefined ? { replyTo } : post !== undefined && { under: post }),
      inPrivate,
      ...(step.sticker && { sticker: true }),
      ...(step.stars !== undefined && { stars: step.stars }),
      ...(step.moderation !== undefined && { moderation: step.moderation }),
    });
    refs.set(step.ref ?? (one.id === null ? 'it' : id), id);
    if (step.matter && kind === 'telegram') one.id = id;
    one.id ??= id;
    return;
  }
  const id = refs.get(step.ref) ?? '';
  if (step.does === 'edit') world.edit(id, step.text);
  else if (step.does === 'delete') world.remove(id);
  else if (step.does === 'hide') world.entry(id).hidden = true;
  else if (step.does === 'like') world.like(id);
  else world.entry(id).answeredPrivately = true;
}

interface MetFault {
  readonly fault: StubFault;
  readonly light: string;
  readonly changedNothing: boolean;
}

export interface Week {
  readonly touchpoint: WatchedTouchpoint;
  readonly played: readonly PlayedStory[];
  /** When the light changed, in Kyiv: `Mon 14:30 yellow`. */
  readonly lights: readonly string[];
  /** When nudges were sent for how many customers before it was too late: `Mon 14:30 12`. */
  readonly nudges: readonly string[];
  /** Polls of this week that met a fault, one of each class. */
  readonly faults: readonly MetFault[];
  readonly last: Polled;
}

/** Plays the week against the platform's stub, polled from Monday 08:30 to Sunday 20:30. */
export async function playWeek(kind: PageKind): Promise<Week> {
  const touchpoint = await openTouchpoint(kind, weekStartsAt, { options: { messages: kind === 'facebook' } });
  const { world, store } = touchpoint;
  const hasPosts = underTest[kind].written === 'comments';
  const posts = hasPosts ? Array.from({ length: 12 }, () => world.addPost()) : [];
  const ads = kind === 'facebook' ? [world.addPost(world.now, true), world.addPost(world.now, true)] : [];
  const { scenes, played } = scenesOf(kind, world, { posts, ads });
  const lights: string[] = [];
  const nudges: string[] = [];
  const faults: MetFault[] = [];
  let light = '';
  let last: Polled | null = null;
  let next = 0;
  for (const { minute, fault } of pollsOfTheWeek()) {
    const at = inKyiv(minute);
    for (; next < scenes.length && (scenes[next]?.at ?? Infinity) <= at; next++) {
      world.now = scenes[next]?.at ?? at;
      scenes[next]?.play();
    }
    world.now = at;
    if (fault !== null) {
      faults.push(await meet(fault, kind, touchpoint));
      continue;
    }
    last = await touchpoint.poll();
    if (last.light !== light) lights.push(`${label(minute)} ${last.light}`);
    light = last.light;
    const nudged = [...store.conversations.values()].filter(({ nudgedAt }) => nudgedAt === last?.result.startedAt);
    if (nudged.length > 0) nudges.push(`${label(minute)} ${nudged.length}`);
    const isSaid = last.result.nudges?.some((nudge) => nudge.at === last?.result.startedAt) ?? false;
    if (isSaid !== nudged.length > 0)
      throw new Error(`At ${label(minute)} the table and the result have different nudges.`);
  }
  if (last === null) throw new Error('A week has at least one poll.');
  return { touchpoint, played, lights, nudges, faults, last };
}

/** A poll that meets a fault; the world goes on meanwhile. */
async function meet(fault: StubFault, kind: PageKind, { stub, store, poll }: WatchedTouchpoint): Promise<MetFault> {
  const before = JSON.stringify([...store.conversations]);
  // Instagram first asks for the account, which is no list.
  stub.inject(fault, fault === 'endless-pages' && kind === 'instagram' ? { route: 'media' } : {});
  const { light } = await poll();
  stub.heal();
  return { fault, light, changedNothing: JSON.stringify([...store.conversations]) === before };
}
