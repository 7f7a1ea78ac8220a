import { expect, it } from 'vitest';
import { businessMinutesBetween } from '../../shared/evaluation/schedule/business-time.ts';
import { Life } from '../support/a-life.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';

it('what was closed with its check, and found again by one grey run outside business hours, is sent when they begin', () => {
  const life = new Life({ failuresToOpen: 1 });
  life.live({ kind: 'runs', check: 0, finds: 'yellow', times: 1, gap: 10 });
  life.pass(180);
  life.live({ kind: 'rename' });
  life.pass(240);
  life.live({ kind: 'sending', works: false });
  life.live({ kind: 'rename' });
  life.live({ kind: 'runs', check: 0, finds: 'unknown', times: 1, gap: 10 });
  life.letWordPass();
  const { now } = life;
  while (businessMinutesBetween(now, life.now, weekdaysNineToSix) < 9 * 60) life.pass(60);
  const about = life.sent.filter(({ checkId }) => checkId === 'website/availability');
  expect(about.map(({ reason }) => reason).filter((reason) => reason !== 'blind')).toEqual([
    'opened',
    'resolved',
    'opened',
  ]);
});
