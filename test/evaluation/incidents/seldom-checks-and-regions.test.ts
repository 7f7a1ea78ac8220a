import { describe, expect, it } from 'vitest';
import { down, home, minute, paris, Story, stockholm } from '../../support/a-region-story.ts';

describe('how long the regions have', () => {
  it('counts from when they were asked, not from when the run was due: a check that runs once a day has one more run', () => {
    const story = new Story({ everyMinutes: 1440 });
    // The browser was busy with other pages: the regions have one minute before the confirmation comes.
    story.run(down(0), minute(4)).run(down(5), minute(5));
    expect(story.reasons).toEqual(['suspected', 'suspected']);
    expect(story.asked).toEqual([minute(0)]);
    story.see(0, stockholm, 'works').see(0, paris, 'works').run(down(10), minute(11));
    expect(story.incident).toMatchObject({ state: 'open', light: 'yellow', worstLight: 'yellow' });
    const silent = new Story({ everyMinutes: 1440 });
    silent.run(down(0), minute(4)).run(down(5), minute(5)).run(down(10), minute(10));
    expect(silent.incident).toMatchObject({ state: 'open', light: 'red' });
  });

  it('an answer about yesterday’s run, or one that comes when all is decided, is not taken for today’s', () => {
    const daily = { everyMinutes: 1440 };
    const story = new Story(daily).run(down(0)).see(0, stockholm, 'fails').see(0, paris, 'fails').run(down(5));
    story.run(down(1440)).see(0, stockholm, 'works').run(down(1445));
    expect(story.asked).toEqual([minute(0), minute(1440)]);
    // Nobody has answered about today's: home's own word stands.
    expect(story.incident).toMatchObject({ light: 'red', seenFrom: { fails: [home], unclear: [stockholm, paris] } });
    const [light, asked] = [story.status?.light, story.status?.askedRegionsAt];
    story.see(1440, stockholm, 'works').see(1440, paris, 'works');
    expect([story.status?.light, story.status?.askedRegionsAt]).toEqual([light, asked]);
    story.run(down(2880)).run(down(2885));
    expect(story.incident).toMatchObject({ light: 'red' });
  });

  it('a clock that was put back lets nobody wait for ever', () => {
    const story = new Story().run(down(0), minute(180)).run(down(5), minute(5));
    expect(story.reasons).toEqual(['suspected', 'opened']);
  });
});
