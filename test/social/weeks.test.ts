import { afterAll, describe, expect, it } from 'vitest';
import { type SocialKind, socialKinds } from '../../shared/model/probes/responses.ts';
import type { Ending } from './stories.ts';
import { playWeek, type Week } from './support/play-week.ts';

const weeks = new Map<SocialKind, Promise<Week>>();
function weekOf(kind: SocialKind): Promise<Week> {
  const week = weeks.get(kind) ?? playWeek(kind);
  weeks.set(kind, week);
  return week;
}

/** X numbers its posts beyond what a JavaScript number holds. */
function idOn(kind: SocialKind, id: string): string {
  return kind === 'x' ? `199000000000000${id.padStart(6, '0')}` : id;
}

describe.each(socialKinds)('a week on %s', (kind) => {
  afterAll(async () => {
    await (await weekOf(kind)).touchpoint.stub.close();
  });

  it('ends with exactly the expected conversations', async () => {
    const { played, touchpoint } = await weekOf(kind);
    const seen: Record<string, unknown> = {};
    const expected: Record<string, Ending | undefined> = {};
    for (const [index, { story, id }] of played.entries()) {
      const ending = story.except?.[kind] === undefined ? story.ends : story.except[kind];
      const key = `${index} ${story.name}`;
      const found = touchpoint.store.conversations.get(idOn(kind, id ?? ''));
      expected[key] = ending ?? undefined;
      seen[key] = found && {
        state: found.state,
        reason: found.reason,
        ...(found.responseMinutes !== null && { minutes: found.responseMinutes }),
      };
    }
    expect(seen).toEqual(expected);
    expect(touchpoint.store.conversations.size).toBe(played.length);
    console.log(
      kind,
      (await weekOf(kind)).lights,
      (await weekOf(kind)).last.result.measurements,
      touchpoint.stub.counts,
    );
  });
});
