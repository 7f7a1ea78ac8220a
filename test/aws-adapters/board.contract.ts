import { describe, expect, it } from 'vitest';
import { type BoardEntry, boardEntrySchema } from '../../shared/model/board.ts';
import { boardKey } from '../../shared/model/table-keys.ts';
import { anIncident } from '../support/a-status.ts';
import { aTouchpoint, at, type StoresUnderTest } from './stores-under-test.ts';

function anEntry(touchpointId: string, readAt: string, overrides: Partial<BoardEntry> = {}): BoardEntry {
  return boardEntrySchema.parse({
    ...{ touchpointId, readAt, light: 'red', since: at('09:00'), measuredAt: at('09:30'), freshUntil: at('12:30') },
    checks: { green: 1, yellow: 0, red: 1, unknown: 0 },
    open: [
      { incident: anIncident({ touchpointId, checkId: `${touchpointId}/page-load@mobile` }), acknowledgement: null },
    ],
    openCount: 1,
    maintenance: null,
    strip: { until: '2026-11-22', lights: 'ggr-u' },
    ...overrides,
  });
}

export function describeBoard(table: () => StoresUnderTest): void {
  describe('the board', () => {
    it('gives back each touchpoint as it was put, alone and among all', async () => {
      const { board } = table().stores;
      const [first, second] = [
        anEntry(aTouchpoint(), at('10:00')),
        anEntry(aTouchpoint(), at('10:00'), { light: null }),
      ];
      for (const entry of [first, second]) await board.save(entry);
      expect(await board.load(first.touchpointId)).toEqual(first);
      const both = [first.touchpointId, second.touchpointId];
      const listed = (await board.list()).filter(({ touchpointId }) => both.includes(touchpointId));
      expect(listed).toEqual([first, second]);
      expect(await board.load(aTouchpoint())).toBeNull();
    });

    it('keeps what was looked at later, whichever of two sweeps writes first', async () => {
      const { board } = table().stores;
      const site = aTouchpoint();
      const [earlier, later] = [anEntry(site, at('10:00')), anEntry(site, at('10:01'), { light: 'green' })];
      await Promise.all([board.save(later), board.save(earlier)]);
      expect(await board.load(site)).toEqual(later);
      await board.save(earlier);
      expect(await board.load(site)).toEqual(later);
      await board.save({ ...later, light: 'yellow' });
      expect((await board.load(site))?.light, 'what was put at the same moment is newer').toBe('yellow');
    });

    it('lets go of an entry that a clock far ahead has dated', async () => {
      const { board } = table().stores;
      const site = aTouchpoint();
      await board.save(anEntry(site, '2027-11-23T10:00:00.000Z'));
      const now = anEntry(site, at('10:00'), { light: 'green' });
      await board.save(now);
      expect(await board.load(site)).toEqual(now);
    });

    it('forgets a touchpoint, and one that is not there', async () => {
      const { board } = table().stores;
      const entry = anEntry(aTouchpoint(), at('10:00'));
      await board.save(entry);
      await board.remove(entry.touchpointId);
      await board.remove(entry.touchpointId);
      expect(await board.load(entry.touchpointId)).toBeNull();
    });

    it('leaves out what cannot be read, and writes over it', async () => {
      const { board } = table().stores;
      const entry = anEntry(aTouchpoint(), at('10:00'));
      const key = boardKey(entry.touchpointId);
      for (const broken of ['', 'nonsense', '[]', '{"touchpointId":1}']) {
        await table().putRaw({ ...key, type: 'board', readAt: at('09:00'), entry: broken });
        expect(await board.load(entry.touchpointId)).toBeNull();
      }
      expect((await board.list()).map(({ touchpointId }) => touchpointId)).not.toContain(entry.touchpointId);
      await board.save(entry);
      expect(await board.load(entry.touchpointId)).toEqual(entry);
    });

    it('is read as far as this version knows it when a later one wrote it', async () => {
      const { board } = table().stores;
      const entry = anEntry(aTouchpoint(), at('10:00'));
      const [open] = entry.open;
      const later = {
        ...{ ...entry, light: 'violet', mood: 'calm', checks: { ...entry.checks, violet: 1 } },
        open: [
          { ...open, owner: 'olena', incident: { ...open?.incident, light: 'violet', finding: { kind: 'vision' } } },
          'x',
        ],
        openCount: 2,
        strip: { until: '2026-11-22', lights: 'ggv-u', scale: 5 },
      };
      await table().putRaw({
        ...{ ...boardKey(entry.touchpointId), type: 'board', readAt: entry.readAt },
        entry: JSON.stringify(later),
      });
      const read = await board.load(entry.touchpointId);
      expect(read).toMatchObject({ light: 'unknown', openCount: 2, strip: { until: '2026-11-22', lights: 'ggu-u' } });
      expect(read?.open.map(({ incident: { light, finding } }) => [light, finding.kind])).toEqual([
        ['yellow', 'cause'],
      ]);
      expect(read).toEqual(boardEntrySchema.parse(read));
    });
  });
}
