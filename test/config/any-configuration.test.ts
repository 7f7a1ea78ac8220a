import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfiguration, readConfigurationFile } from '../../shared/config/read-configuration.ts';
import { configurationSchema } from '../../shared/model/business.ts';
import { message, read, smallest, today } from './reading.ts';

describe('the example of the project', () => {
  const text = readFileSync('touchpoints.yaml', 'utf8');

  it('is valid', () => {
    expect(configurationSchema.safeParse(read(text)).success).toBe(true);
  });

  it.each(['h:tps://coffeelab.example', 'mailto:hello@coffeelab.example', 'https://coffeelab.example'])(
    'with pages of %s, is read or refused in words',
    (url) => {
      for (const page of ['/prices', '/\\', '/\\ ', '/%', '/\t/x']) {
        const pages = smallest.replace(/url: .*/, `url: "${url}"\n    pages: [${JSON.stringify(page)}]`);
        const reading = parseConfiguration(pages, 'touchpoints.yaml', today);
        expect(message(reading)).not.toMatch(/Invalid |undefined/);
        if (!url.startsWith('https:')) expect(message(reading)).toContain('url');
      }
    },
  );

  it('half-written at any letter, is read or refused in words', () => {
    for (let end = 0; end < text.length; end += 1) {
      const reading = parseConfiguration(text.slice(0, end), 'touchpoints.yaml', today);
      if (!reading.ok) expect(reading.faults.length, `cut at ${end}`).toBeGreaterThan(0);
    }
  });

  it('with any letter exchanged, is read or refused in words', () => {
    const sign = fc.constantFrom(...'{}[]:-,"\'#&*!|>%@`~\t\n 09az\u0000é');
    fc.assert(
      fc.property(fc.nat(text.length - 1), sign, (at, letter) => {
        const reading = parseConfiguration(text.slice(0, at) + letter + text.slice(at + 1), 'touchpoints.yaml', today);
        expect(message(reading)).not.toMatch(/Invalid |Unrecognized|received|undefined/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever stands in the file', () => {
  it('is read or refused, never thrown over', () => {
    const keys = ['business', 'timeZone', 'touchpoints', 'hours', 'alerts', 'maintenance', 'checks', '__proto__', 'id'];
    const any = fc.object({ key: fc.constantFrom(...keys), maxDepth: 4 });
    fc.assert(
      fc.property(any, (data) => {
        expect(message(parseConfiguration(JSON.stringify(data), 'touchpoints.yaml', today))).not.toMatch(
          /undefined|Invalid /,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is not the way to the prototype', () => {
    const reading = parseConfiguration(`${smallest}__proto__: { polluted: true }\n`, 'touchpoints.yaml', today);
    expect(message(reading)).toContain('"__proto__" is not a key of this file');
    expect({}).not.toHaveProperty('polluted');
  });

  it('is refused at once when it is a maze of brackets', () => {
    const reading = parseConfiguration(`a: ${'['.repeat(900_000)}`, 'touchpoints.yaml', today);
    expect(message(reading)).toContain('nested too deeply');
  });
});

describe('a path that leads to no configuration', () => {
  let folder: string;
  let path: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'touchlight-config-'));
    path = join(folder, 'touchpoints.yaml');
    mkdirSync(join(folder, 'folder'));
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    writeFileSync(join(folder, 'large.yaml'), `# ${'x'.repeat(1_000_001)}`);
    writeFileSync(path, smallest);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (...parts: readonly string[]) => join(folder, ...parts);
  const cases: readonly [what: string, path: () => string, said: string][] = [
    [
      'nothing',
      () => inFolder('missing.yaml'),
      'does not exist; "npx touchlight init https://your-site.example" writes it',
    ],
    ['a folder', () => inFolder('folder'), 'is a folder; give the path of the file in it'],
    ['a part of the path that is a file', () => join(path, 'touchpoints.yaml'), 'a part of its path is a file'],
    ['a link to itself', () => inFolder('loop'), 'is a symbolic link that leads back to itself'],
    ['a device', () => '/dev/zero', 'is not an ordinary file'],
    ['too large a file', () => inFolder('large.yaml'), 'has 1.0 MB, above the limit of 1 MB'],
    ['a path with a zero byte', () => 'touch\u0000points.yaml', 'is not a path'],
    ['too long a name', () => inFolder('x'.repeat(300)), 'has a name longer than the system allows'],
  ];
  for (const [what, where, said] of cases) {
    it(`says so of ${what}`, () => {
      const reading = readConfigurationFile(where(), today);
      expect(reading.ok).toBe(false);
      expect(message(reading)).toContain(said);
      expect(message(reading).split('\n')).toHaveLength(1);
    });
  }

  it('says so of a file that this user may not read', () => {
    chmodSync(path, 0o000);
    const reading = readConfigurationFile(path, today);
    chmodSync(path, 0o600);
    // Root reads everything.
    if (process.getuid?.() === 0) expect(reading.ok).toBe(true);
    else expect(message(reading)).toContain('may not be read by this user');
  });
});
