import type { Person, World } from '../../../examples/social-stubs/world.ts';
import type { SocialKind } from '../../../shared/model/probes/responses.ts';
import { type Step, type Story, stories, type Who } from '../stories.ts';
import type { Polled, WatchedTouchpoint } from './a-touchpoint.ts';
import { openTouchpoint } from './platforms-under-test.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Monday, midnight in Kyiv, two hours before UTC. */
const mondayMs = Date.parse('2026-11-16T00:00:00+02:00');
const minuteMs = 60_000;

export const weekStartsAt = new Date(mondayMs).toISOString();

export function inKyiv(when: string): number {
  const [day = '', time = ''] = when.split(' ');
  const [hours = '0', minutes = '0'] = time.split(':');
  return mondayMs + (days.indexOf(day) * 1440 + Number(hours) * 60 + Number(minutes)) * minuteMs;
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
  kind: SocialKind,
  world: World,
  posts: readonly string[],
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
        const post = posts[played.length % Math.max(1, posts.length)];
        for (const step of story.steps) {
          const at = inKyiv(begins) + (copy * 2 + step.after) * minuteMs;
          scenes.push({ at, play: () => playStep(step, { world, cast, refs, post, one }) });
        }
      }
    }
  }
  return { scenes: scenes.toSorted((a, b) => a.at - b.at), played };
}

interface Stage {
  readonly world: World;
  readonly cast: Record<Who, Person | 'business' | null>;
  readonly refs: Map<string, string>;
  readonly post: string | undefined;
  readonly one: PlayedStory;
}

function playStep(step: Step, { world, cast, refs, post, one }: Stage): void {
  if (step.does === 'write') {
    const replyTo = step.to === undefined ? undefined : refs.get(step.to);
    const id = world.write({
      by: cast[step.who],
      text: step.text,
      ...(replyTo !== undefined ? { replyTo } : post !== undefined && { under: post }),
      ...(step.sticker && { sticker: true }),
      ...(step.stars !== undefined && { stars: step.stars }),
      ...(step.moderation !== undefined && { moderation: step.moderation }),
    });
    refs.set(step.ref ?? (one.id === null ? 'it' : id), id);
    one.id ??= id;
    return;
  }
  const id = refs.get(step.ref) ?? '';
  if (step.does === 'edit') world.edit(id, step.text);
  else if (step.does === 'delete') world.remove(id);
  else if (step.does === 'hide') world.entry(id).hidden = true;
  else if (step.does === 'like') world.entry(id).liked = true;
  else world.entry(id).answeredPrivately = true;
}

export interface Week {
  readonly touchpoint: WatchedTouchpoint;
  readonly played: readonly PlayedStory[];
  /** When the light changed, in Kyiv: `Mon 11:00 red`. */
  readonly lights: readonly string[];
  readonly last: Polled;
}

const isNight = (at: number): boolean => (((at - mondayMs) / (60 * minuteMs)) % 24) % 22 < 8;

/** Plays the week against the platform's stub, polled every two hours by day from Monday 08:00 to Sunday 20:00. */
export async function playWeek(kind: SocialKind): Promise<Week> {
  const touchpoint = await openTouchpoint(kind, weekStartsAt);
  const { world } = touchpoint;
  const hasPosts = !['google-reviews', 'trustpilot', 'x'].includes(kind);
  const posts = hasPosts ? Array.from({ length: 12 }, () => world.addPost()) : [];
  const { scenes, played } = scenesOf(kind, world, posts);
  const lights: string[] = [];
  let light = '';
  let last: Polled | null = null;
  let next = 0;
  for (let at = inKyiv('Mon 08:00'); at <= inKyiv('Sun 20:00'); at += 120 * minuteMs) {
    if (isNight(at)) continue;
    for (; next < scenes.length && (scenes[next]?.at ?? Infinity) <= at; next++) {
      world.now = scenes[next]?.at ?? at;
      scenes[next]?.play();
    }
    world.now = at;
    last = await touchpoint.poll();
    if (last.light !== light) lights.push(`${label(at)} ${last.light}`);
    light = last.light;
  }
  if (last === null) throw new Error('A week has at least one poll.');
  return { touchpoint, played, lights, last };
}

function label(at: number): string {
  const minutes = Math.round((at - mondayMs) / minuteMs);
  const hour = String(Math.floor((minutes % 1440) / 60)).padStart(2, '0');
  return `${days[Math.floor(minutes / 1440)]} ${hour}:00`;
}
