import { describe, expect, it, vi } from 'vitest';
import { Terminal } from '../../cli/terminal.ts';
import { minutesSince } from '../../cli/watch/minutes.ts';
import { WatchReport } from '../../cli/watch/watch-report.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';

describe('time that went by', () => {
  const at = (time: string): Instant => toInstant(Date.parse(`2026-11-22T${time}Z`));
  const since = (last: string, now: string) => minutesSince(at(`${last}:00`), Date.parse(at(now)));

  it('is served minute by minute', () => {
    expect(since('10:00', '10:00:59')).toEqual({ minutes: [], missed: null });
    expect(since('10:00', '10:01:00')).toEqual({ minutes: [at('10:01:00')], missed: null });
    expect(since('10:00', '10:03:30').minutes).toEqual([at('10:01:00'), at('10:02:00'), at('10:03:00')]);
  });

  it('is left when the machine slept for longer than a visit may be late', () => {
    expect(since('10:00', '10:10:30').minutes).toHaveLength(10);
    expect(since('10:00', '14:00:30')).toEqual({
      minutes: [at('14:00:00')],
      missed: { from: at('10:01:00'), to: at('13:59:00') },
    });
  });

  it('does not come twice when the clock is put back, and goes on when it was put back far', () => {
    expect(since('10:05', '10:03:00').minutes).toEqual([]);
    expect(since('10:05', '09:00:00').minutes).toEqual([at('09:00:00')]);
  });
});

describe('a gap in a watch', () => {
  const printed = (from: Instant, to: Instant): string => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    new WatchReport(new Terminal({ json: false, quiet: true }), [], 'Europe/Kyiv').print({
      ...{ event: 'missed', from, to, runs: 40 },
    });
    const text = write.mock.calls.join('');
    write.mockRestore();
    return text;
  };

  it('is printed with its times, and with its days where it reaches across midnight', () => {
    expect(printed('2026-11-22T07:00:00.000Z', '2026-11-22T11:30:00.000Z')).toContain(
      'Nobody watched from 09:00 to 13:30: 40 runs were not made.',
    );
    expect(printed('2026-11-21T07:00:00.000Z', '2026-11-22T11:30:00.000Z')).toContain(
      'Nobody watched from 21 Nov 09:00 to 22 Nov 13:30: 40 runs were not made.',
    );
  });
});
