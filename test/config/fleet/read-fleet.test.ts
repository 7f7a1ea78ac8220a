import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFaults } from '../../../shared/config/faults.ts';
import { type FleetFile, readFleet } from '../../../shared/config/fleet/read-fleet.ts';
import { withoutSharedSecrets } from '../../../shared/config/fleet/same-variable.ts';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import { configurationSchema, scheduledChecks, secretNamesIn } from '../../../shared/model/business.ts';
import { businessOf } from '../../../shared/model/check-id.ts';
import { anyFile } from '../any-file.ts';

const today = '2026-11-29';

const coffee = `
business: Coffee Lab
timeZone: Europe/Kyiv
language: uk
digest: { to: owner@coffee.example }
touchpoints: [{ id: website, kind: website, url: https://coffee.example }]
`;
const bakery = `
business: Bakery
timeZone: Europe/Berlin
touchpoints: [{ id: website, kind: website, url: https://bakery.example }]
`;

const fileOf = (business: string, text: string) => ({
  business,
  fileName: `sites/${business}.yaml`,
  content: { text },
});

describe('reading a fleet', () => {
  it('each business keeps its own language and zone, and its id stands before every id', () => {
    const { businesses, broken } = readFleet([fileOf('coffee-lab', coffee), fileOf('bakery', bakery)], today);
    expect(broken).toEqual([]);
    expect(businesses.map(({ id, configuration: { language, timeZone } }) => [id, language, timeZone])).toEqual([
      ['bakery', 'en', 'Europe/Berlin'],
      ['coffee-lab', 'uk', 'Europe/Kyiv'],
    ]);
    const ids = businesses.flatMap(({ configuration }) => scheduledChecks(configuration).map(({ id }) => id));
    expect(ids).toContain('coffee-lab.website/availability');
    expect(ids).toContain('bakery.website/page-load@mobile');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a broken file takes its own business out, with its name in every fault, and no other', () => {
    const { businesses, broken } = readFleet(
      [fileOf('coffee-lab', coffee), fileOf('bakery', bakery.replace('Berlin', 'Berlim'))],
      today,
    );
    expect(businesses.map(({ id }) => id)).toEqual(['coffee-lab']);
    expect(broken.map(({ id }) => id)).toEqual(['bakery']);
    expect(broken.map(({ faults, text }) => formatFaults(faults, text)).join()).toContain(
      'sites/bakery.yaml:3:11 timeZone',
    );
  });

  it('two files of the same business are both refused: which of them holds is not ours to guess', () => {
    const twice = [
      fileOf('coffee-lab', coffee),
      { ...fileOf('coffee-lab', coffee), fileName: 'sites/coffee-lab/touchpoints.yaml' },
    ];
    const { businesses, broken } = readFleet([...twice, fileOf('bakery', bakery)], today);
    expect(businesses.map(({ id }) => id)).toEqual(['bakery']);
    expect(broken[0]?.faults[0]?.message).toContain('and so does sites/coffee-lab/touchpoints.yaml');
  });

  it.each(['Coffee', 'coffee_lab', 'coffee.lab', '-coffee', 'a'.repeat(41), 'fleet', 'agency', 'con', ''])(
    'a file named %j names no business, and the fault says how to rename it',
    (name) => {
      const { businesses, broken } = readFleet([fileOf(name, coffee), fileOf('bakery', bakery)], today);
      expect(businesses.map(({ id }) => id)).toEqual(['bakery']);
      expect(broken[0]?.faults[0]?.message).toContain('rename it');
    },
  );

  it('no file reaches the secrets of another business', () => {
    const text = `${bakery.replace('[{', '[{ id: fb, kind: facebook, page: bakery, secret: token }, {')}alerts: { slack: { channel: C0123456789, secret: slack } }\n`;
    const { businesses, broken } = readFleet([fileOf('bakery', text)], today);
    expect(broken).toEqual([]);
    expect(businesses.flatMap(({ configuration }) => secretNamesIn(configuration))).toEqual([
      'bakery/token',
      'bakery/slack',
    ]);
  });

  describe('two secrets that one environment variable would stand for', () => {
    const withSecret = (name: string) =>
      bakery.replace('[{', `[{ id: fb, kind: facebook, page: bakery, secret: ${name} }, {`);

    const onLaptop = (files: readonly FleetFile[], day: string) => withoutSharedSecrets(readFleet(files, day));

    it('are no fault of a stack, whose secrets are named by business', () => {
      const files = [fileOf('coffee', withSecret('lab-x')), fileOf('coffee-lab', withSecret('x'))];
      const { businesses, broken } = readFleet(files, today);
      expect(broken).toEqual([]);
      expect(businesses.flatMap(({ configuration }) => secretNamesIn(configuration))).toEqual([
        'coffee/lab-x',
        'coffee-lab/x',
      ]);
      expect(onLaptop(files, today).broken).toHaveLength(2);
    });

    it('are refused in both files, with the variable and what to do', () => {
      const { businesses, broken } = onLaptop(
        [
          fileOf('coffee', withSecret('lab-x')),
          fileOf('coffee-lab', withSecret('x')),
          fileOf('bakery', withSecret('x')),
        ],
        today,
      );
      expect(businesses.map(({ id }) => id)).toEqual(['bakery']);
      expect(broken.map(({ id, faults, text }) => [id, formatFaults(faults, text)])).toEqual([
        [
          'coffee',
          'sites/coffee.yaml: names the secret "lab-x", which is read from the environment variable TOUCHLIGHT_SECRET_COFFEE_LAB_X, and so is "x" in sites/coffee-lab.yaml; give the secret another name in one of the files',
        ],
        [
          'coffee-lab',
          'sites/coffee-lab.yaml: names the secret "x", which is read from the environment variable TOUCHLIGHT_SECRET_COFFEE_LAB_X, and so is "lab-x" in sites/coffee.yaml; give the secret another name in one of the files',
        ],
      ]);
    });

    it('are refused however they are written, in channels and beside a key for real visitors, too', () => {
      const slack = `${bakery}alerts: { slack: { channel: C0123456789, secret: lab/x } }\n`;
      const fieldSpeed = bakery.replace('.example }', '.example, checks: { field-speed: { secret: X } } }');
      const { broken } = onLaptop([fileOf('coffee', slack), fileOf('coffee-lab', fieldSpeed)], today);
      expect(broken.map(({ faults }) => faults[0]?.message)).toEqual([
        expect.stringContaining('names the secret "lab/x"'),
        expect.stringContaining('and so is "lab/x" in sites/coffee.yaml'),
      ]);
    });

    it('of three businesses are named to each', () => {
      const files = [
        fileOf('a', withSecret('b-c-d')),
        fileOf('a-b', withSecret('c-d')),
        fileOf('a-b-c', withSecret('d')),
      ];
      const { broken } = onLaptop(files, today);
      expect(broken.map(({ id }) => id)).toEqual(['a', 'a-b', 'a-b-c']);
      expect(broken[0]?.faults[0]?.message).toContain('"c-d" in sites/a-b.yaml and "d" in sites/a-b-c.yaml');
    });

    it('are no fault while only one of the files is watched, or names such a secret', () => {
      const { businesses, broken } = onLaptop(
        [
          fileOf('coffee', withSecret('lab-x')),
          fileOf('coffee-lab', withSecret('x').replace('Berlin', 'Berlim')),
          fileOf('coffee-lab-x', bakery),
          fileOf('coffee-x', withSecret('lab-x')),
        ],
        today,
      );
      expect(businesses.map(({ id }) => id)).toEqual(['coffee', 'coffee-lab-x', 'coffee-x']);
      expect(broken.map(({ id }) => id)).toEqual(['coffee-lab']);
    });
  });

  it('whatever a file says, it means the same as on its own, under the name of its business', {
    timeout: 60_000,
  }, () => {
    let read = 0;
    fc.assert(
      fc.property(anyFile, (file) => {
        const text = JSON.stringify(file);
        const alone = parseConfiguration(text, 'touchpoints.yaml', today);
        const [business] = readFleet([fileOf('qqq-1', text)], today).businesses;
        expect(business === undefined).toBe(!alone.ok);
        if (!alone.ok || business === undefined) return;
        read += 1;
        const { configuration } = business;
        expect(configurationSchema.parse(configuration)).toEqual(configuration);
        expect(JSON.parse(JSON.stringify(configuration).replaceAll(/qqq-1[./]/g, ''))).toEqual(
          JSON.parse(JSON.stringify(alone.configuration)),
        );
        for (const { id, touchpointId } of namedIn(configuration)) {
          for (const each of [id, touchpointId].flat()) expect([each, businessOf(each)]).toEqual([each, 'qqq-1']);
        }
      }),
      { numRuns: 60 },
    );
    expect(read).toBeGreaterThan(10);
  });
});

/** Whatever names a touchpoint or a check, wherever it stands. */
function namedIn(value: unknown): { id: string[]; touchpointId: string[] }[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== 'object' || value === null) return [];
  const group = value as Readonly<Record<string, unknown>>;
  const texts = (key: string): string[] => [group[key]].flat().filter((each) => typeof each === 'string');
  const isCheck = 'probe' in group && 'touchpointId' in group;
  return [
    {
      id: [
        ...(isCheck ? texts('id') : []),
        ...texts('tests'),
        ...texts('shopper'),
        ...texts('mailbox'),
        ...texts('form'),
      ],
      touchpointId: [...texts('touchpointId'), ...texts('publicTouchpoints')],
    },
    ...Object.values(group).flatMap(namedIn),
  ];
}
