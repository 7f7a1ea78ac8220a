import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import { sawOf, weighRegions } from '../../../shared/evaluation/incidents/weigh-regions.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Status } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { availability, down, home, minute, paris, Story, stockholm, up } from '../../support/a-region-story.ts';
import { aResult } from '../../support/a-result.ts';

describe('a site that fails at home', () => {
  it('opens red when it fails from the others, too, and says what it would say without them', () => {
    const story = new Story().run(down(0)).see(0, stockholm, 'fails').see(0, paris, 'fails').run(down(5));
    expect(story.reasons).toEqual(['suspected', 'opened']);
    expect(story.incident).toMatchObject({
      ...{ light: 'red', finding: { says: { id: 'quoted' } } },
      seenFrom: { fails: [home, stockholm, paris], unclear: [] },
    });
    expect(story.asked).toEqual([minute(0), minute(5)]);
  });

  it('is red with two of three, whichever two they are', () => {
    const story = new Story().run(down(0)).see(0, stockholm, 'works').see(0, paris, 'fails').run(down(5));
    expect(story.incident).toMatchObject({ state: 'open', light: 'red' });
  });

  it('is yellow when it fails from home alone, says from where it works, and was never red', () => {
    const story = new Story().run(down(0)).see(0, stockholm, 'works').see(0, paris, 'works').run(down(5));
    expect(story.incident).toMatchObject({
      state: 'open',
      light: 'yellow',
      worstLight: 'yellow',
      cause: 'unreachable',
      finding: {
        kind: 'cause',
        cause: 'unreachable',
        says: {
          id: 'general/one-region',
          params: { works: [stockholm, paris], fails: [home], unclear: [], why: { id: 'quoted' } },
        },
      },
    });
  });

  it('with one further region needs both for red', () => {
    const one = { regions: [stockholm] };
    const alone = new Story(one).run(down(0)).see(0, stockholm, 'works').run(down(5));
    const both = new Story(one).run(down(0)).see(0, stockholm, 'fails').run(down(5));
    expect([alone.incident?.light, both.incident?.light]).toEqual(['yellow', 'red']);
  });
});

describe('a region that could not tell', () => {
  it('neither accuses nor excuses: the others decide, and it is named', () => {
    const fine = new Story().run(down(0)).see(0, stockholm, 'works').see(0, paris, 'unclear').run(down(5));
    expect(fine.incident).toMatchObject({
      light: 'yellow',
      finding: { says: { params: { works: [stockholm], fails: [home], unclear: [paris] } } },
    });
    const dead = new Story().run(down(0)).see(0, stockholm, 'fails').see(0, paris, 'unclear').run(down(5));
    expect(dead.incident).toMatchObject({ light: 'red' });
  });

  it('leaves the home region its own verdict where it is the only one, and where none has answered in time', () => {
    const unclear = new Story().run(down(0)).see(0, stockholm, 'unclear').see(0, paris, 'unclear').run(down(5));
    const silent = new Story().run(down(0)).run(down(5));
    for (const story of [unclear, silent]) {
      expect(story.reasons).toEqual(['suspected', 'opened']);
      expect(story.incident).toMatchObject({
        ...{ light: 'red', finding: { says: { id: 'quoted' } } },
        seenFrom: { fails: [home], unclear: [stockholm, paris] },
      });
    }
  });

  it('has not answered when it answers about another run', () => {
    const story = new Story().see(-5, stockholm, 'works').run(down(0)).see(5, paris, 'works').run(down(5));
    expect(story.incident).toMatchObject({ light: 'red' });
  });
});

describe('while the regions are asked', () => {
  it('a check that runs every minute waits for them, and opens when they have answered or four minutes have passed', () => {
    const story = new Story({ everyMinutes: 1 });
    story.run(down(0)).run(down(1)).see(0, stockholm, 'works').run(down(2));
    expect(story.reasons).toEqual(['suspected', 'suspected', 'suspected']);
    expect(story.asked).toEqual([minute(0)]);
    story.see(0, paris, 'works').run(down(3));
    expect(story.incident).toMatchObject({ state: 'open', light: 'yellow' });
    const silent = new Story({ everyMinutes: 1 });
    for (let n = 0; n <= 4; n++) silent.run(down(n));
    expect(silent.reasons).toEqual(['suspected', 'suspected', 'suspected', 'suspected', 'opened']);
  });

  it('one bad run opens nothing, even where one is enough', () => {
    const story = new Story({ policy: { failuresToOpen: 1 } }).run(down(0));
    expect(story.reasons).toEqual(['suspected']);
    story.see(0, stockholm, 'fails').see(0, paris, 'fails').run(down(5));
    expect(story.reasons).toEqual(['suspected', 'opened']);
  });

  it('a check that runs seldom is confirmed by a run of its own, and asks again after its answers have grown old', () => {
    const story = new Story({ everyMinutes: 30 });
    story.run(down(0)).see(0, stockholm, 'works').see(0, paris, 'works').run(down(5));
    expect(story.incident).toMatchObject({ state: 'open', light: 'yellow' });
    story.run(down(30));
    expect(story.incident).toMatchObject({ light: 'yellow', finding: { says: { id: 'general/one-region' } } });
    story.see(30, stockholm, 'fails').see(30, paris, 'fails').run(down(35));
    expect(story.reasons).toEqual(['suspected', 'opened', 'continuing', 'worsened']);
    expect(story.asked).toEqual([minute(0), minute(30)]);
  });

  it('what is yellow at home for another reason does not turn red before they have answered', () => {
    const expiring = (at: number): Result => ({
      ...up(at),
      measurements: { ttfbMs: 200, redirects: 0, tlsDaysLeft: 9 },
    });
    const story = new Story().run(expiring(0)).run(expiring(5)).run(down(10));
    expect(story.incident).toMatchObject({ state: 'open', light: 'yellow' });
    story.see(10, stockholm, 'works').see(10, paris, 'fails').run(down(15));
    expect(story.reasons).toEqual(['suspected', 'opened', 'continuing', 'worsened']);
  });

  it('what they saw before is remembered until they have answered again', () => {
    const story = new Story({ everyMinutes: 30 });
    story.run(down(0)).see(0, stockholm, 'fails').run(down(5)).run(down(30));
    expect(story.incident?.seenFrom).toEqual({ fails: [home, stockholm], unclear: [paris] });
    story.see(30, paris, 'fails').run(down(35));
    expect(story.incident?.seenFrom).toEqual({ fails: [home, paris], unclear: [stockholm] });
  });

  it('a grey run in between changes nothing', () => {
    const grey = { ...down(5), outcome: 'unknown', cause: 'no-network' } as const;
    const story = new Story().run(down(0)).see(0, stockholm, 'works').see(0, paris, 'works').run(grey).run(down(10));
    expect(story.incident).toMatchObject({ state: 'open', light: 'yellow' });
  });
});

it('an outage that shrinks to one region improves, and one that spreads worsens, as one incident', () => {
  const story = new Story().run(down(0)).see(0, stockholm, 'fails').see(0, paris, 'fails').run(down(5));
  story.see(5, stockholm, 'works').see(5, paris, 'works').run(down(10));
  story.see(10, stockholm, 'fails').see(10, paris, 'works').run(down(15)).run(up(20)).run(up(25));
  expect(story.reasons).toEqual(['suspected', 'opened', 'improved', 'worsened', 'recovering', 'resolved']);
  expect(story.incident).toMatchObject({ openedAt: minute(5), worstLight: 'red' });
  expect(story.status?.askedRegionsAt).toBeUndefined();
});

describe('what is not compared', () => {
  it('nobody is asked while all is green, yellow, or red by its speed alone', () => {
    const slow = (at: number): Result => ({ ...up(at), measurements: { ttfbMs: 9000, redirects: 0 } });
    const story = new Story().run(up(0)).run(slow(5)).see(5, stockholm, 'works').see(5, paris, 'works').run(slow(10));
    expect(story.asked).toEqual([]);
    expect(story.incident).toMatchObject({ state: 'open', light: 'red', finding: { id: 'ttfbMs' } });
  });

  it('a region in which only the speed is red sees the site working', () => {
    expect(sawOf(judge({ ...up(0), measurements: { ttfbMs: 9000 } }, availability), up(0))).toBe('works');
    expect(sawOf(judge(down(0), availability), down(0))).toBe('fails');
    const walled = { ...down(0), outcome: 'unknown', cause: 'bot-wall' } as const;
    expect(sawOf(judge(walled, availability), walled)).toBe('unclear');
    const none = { ...down(0), outcome: 'not-applicable', cause: null } as const;
    expect(sawOf(judge(none, availability), none)).toBe('unclear');
  });

  it('a count that is red at home becomes yellow with its number, and keeps what was seen', () => {
    const check = aCheck({ id: 'website/contacts@mobile', regions: [stockholm] });
    const result = aResult({
      ...{
        checkId: check.id,
        scheduledAt: minute(5),
        measurements: { clicksToContact: 1, contactsFound: 1, expectedWrong: 1 },
      },
      facts: { expectedWrong: 'Another number is shown.' },
    });
    const previous = { askedRegionsAt: minute(0), incident: null } as Status;
    const views = [
      { touchpointId: 'website', checkId: check.id, scheduledAt: minute(0), region: stockholm, saw: 'works' } as const,
    ];
    const run = { own: judge(result, check), previous, result, check, now: minute(5) };
    expect(weighRegions(run, { home, views, site: null }).headline).toMatchObject({
      light: 'yellow',
      finding: { kind: 'measurement', id: 'expectedWrong', value: 1, because: { id: 'general/one-region' } },
    });
  });
});

describe('a page load that cannot reach the site', () => {
  const pageLoad = aCheck({ id: 'website/page-load@mobile' });
  const failing = down(5, { checkId: pageLoad.id });
  const weighed = (site: Status | null, result = failing) =>
    weighRegions(
      { own: judge(result, pageLoad), previous: null, result, check: pageLoad, now: result.scheduledAt },
      { home, views: [], site },
    );

  it('takes over what the plain request was told: it works elsewhere', () => {
    const story = new Story().run(down(0)).see(0, stockholm, 'works').see(0, paris, 'works').run(down(5));
    expect(weighed(story.status)).toMatchObject({
      light: 'yellow',
      isOnlyHere: true,
      headline: { finding: { says: { id: 'general/one-region' } } },
    });
  });

  it('waits while the plain request waits', () => {
    expect(weighed(new Story().run(down(0)).status)).toMatchObject({ light: 'red', awaitsRegions: true });
  });

  it('does not wait for a plain request that has seen nothing since', () => {
    const grey = { ...down(20), outcome: 'unknown', cause: 'no-network' } as const;
    const site = new Story().run(down(0)).run(grey).status;
    expect(weighed(site, down(10, { checkId: pageLoad.id }))).toMatchObject({ light: 'red', awaitsRegions: true });
    const later = weighed(site, down(30, { checkId: pageLoad.id }));
    expect([later.light, later.awaitsRegions]).toEqual(['red', undefined]);
  });

  it('speaks for itself where the plain request reaches the site, fails otherwise, or is down everywhere', () => {
    const everywhere = new Story().run(down(0)).see(0, stockholm, 'fails').run(down(5));
    const other = down(5, { checkId: pageLoad.id, cause: 'http-error' });
    for (const each of [weighed(everywhere.status), weighed(new Story().run(up(0)).status), weighed(null)])
      expect(each).toMatchObject({ light: 'red' });
    const here = new Story().run(down(0)).see(0, stockholm, 'works').see(0, paris, 'works').run(down(5));
    expect(weighed(here.status, other)).toMatchObject({ light: 'red' });
    expect(
      weighed(here.status, { ...failing, outcome: 'measured', cause: null, measurements: { lcpMs: 9000 } }),
    ).toMatchObject({
      light: 'red',
    });
  });
});
