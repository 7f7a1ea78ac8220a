import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdSchema } from '../../shared/model/check-id.ts';
import { sentReasons } from '../../shared/model/reason.ts';
import {
  acknowledgementKey,
  dayKey,
  incidentKey,
  maintenanceKey,
  resultKey,
  sentKey,
  statusKey,
} from '../../shared/model/table-keys.ts';

const touchpointId = fc.constantFrom('website', 'web', 'website-2', 'a');
/** Pages made of everything that keys are also made of. */
const page = fc
  .array(
    fc.constantFrom('/', ':', '#', 'SENT#', 'opened', '#opened#0001', '2026-11-23', 'T00:00:00.000Z', 'ü', '0001', 'a'),
  )
  .map((parts) => `:/${parts.join('')}`);
const name = fc
  .record({
    probe: fc.constantFrom('form', 'page-load', 'a'),
    page: fc.oneof(fc.constant(''), page),
    device: fc.constantFrom('', '@mobile', '@desktop'),
  })
  .map(({ probe, page, device }) => `${probe}${page}${device}`);
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const identity = fc.record({
  touchpointId,
  name,
  at: instant,
  reason: fc.constantFrom(...sentReasons),
  n: fc.integer({ min: 1, max: 20_000 }),
});
type Identity = typeof identity extends fc.Arbitrary<infer T> ? T : never;

/** Reads each key back by its fixed parts alone; what comes out must be what went in. */
const keys: Readonly<
  Record<string, { write(id: Identity): { PK: string; SK: string }; read: RegExp; parts(id: Identity): string[] }>
> = {
  result: {
    write: ({ touchpointId, name, at }) => resultKey(`${touchpointId}/${name}`, at),
    read: /^CHECK#([^/]+)\/(.+) RUN#(.{24})$/,
    parts: ({ touchpointId, name, at }) => [touchpointId, name, at],
  },
  status: {
    write: ({ touchpointId, name }) => statusKey(touchpointId, `${touchpointId}/${name}`),
    read: /^TOUCHPOINT#([^#]+) STATUS#(.+)$/,
    parts: ({ touchpointId, name }) => [touchpointId, name],
  },
  day: {
    write: ({ touchpointId, name, at }) => dayKey(touchpointId, `${touchpointId}/${name}`, at.slice(0, 10)),
    read: /^TOUCHPOINT#([^#]+) DAY#(.{10})#(.+)$/,
    parts: ({ touchpointId, name, at }) => [touchpointId, at.slice(0, 10), name],
  },
  incident: {
    write: ({ touchpointId, name, at }) => incidentKey(touchpointId, `${touchpointId}/${name}`, at),
    read: /^TOUCHPOINT#([^#]+) INCIDENT#(.{24})#(.+)$/,
    parts: ({ touchpointId, name, at }) => [touchpointId, at, name],
  },
  acknowledgement: {
    write: ({ touchpointId, name, at }) => acknowledgementKey(touchpointId, `${touchpointId}/${name}`, at),
    read: /^TOUCHPOINT#([^#]+) ACK#(.{24})#(.+)$/,
    parts: ({ touchpointId, name, at }) => [touchpointId, at, name],
  },
  maintenance: {
    write: ({ touchpointId, at }) => maintenanceKey(touchpointId, at),
    read: /^TOUCHPOINT#([^#]+) MAINTENANCE#(.{24})$/,
    parts: ({ touchpointId, at }) => [touchpointId, at],
  },
  sent: {
    write: ({ touchpointId, name, at, reason, n }) =>
      sentKey({ touchpointId, checkId: `${touchpointId}/${name}`, subjectAt: at, reason, n }),
    read: /^TOUCHPOINT#([^#]+) SENT#(.{24})#(.+)#([a-z]+)#(\d+)$/,
    parts: ({ touchpointId, name, at, reason, n }) => [touchpointId, at, name, reason, String(n).padStart(4, '0')],
  },
};

describe('table keys', () => {
  for (const [type, { write, read, parts }] of Object.entries(keys)) {
    it(`read back one way, whatever a page is called: ${type}`, () => {
      fc.assert(
        fc.property(identity, (id) => {
          fc.pre(checkIdSchema.safeParse(`${id.touchpointId}/${id.name}`).success);
          const { PK, SK } = write(id);
          expect(read.exec(`${PK} ${SK}`)?.slice(1)).toEqual(parts(id));
        }),
      );
    });
  }

  it('stay within the 1024 bytes of a sort key for pages that a browser would still open', () => {
    const checkId = `website/page-load:/${'x'.repeat(900)}@desktop`;
    const { SK } = sentKey({
      touchpointId: 'website',
      checkId,
      subjectAt: '2026-11-23T09:00:00.000Z',
      reason: 'flapping',
      n: 1,
    });
    expect(Buffer.byteLength(SK)).toBeLessThanOrEqual(1024);
  });
});
