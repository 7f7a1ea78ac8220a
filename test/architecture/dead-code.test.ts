import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeadCode, lintedCopy } from './linted-copy.ts';

const nouns = `export interface Used {
  readonly name: string;
}

export interface Unused {
  readonly name: string;
}

export const used: Used = { name: 'used' };
export const usedByATest = { name: 'by a test' };
export const unused = { name: 'unused' };
export const usedHereOnly = [unused];
export const all = usedHereOnly.length;
`;

const copy = lintedCopy();
let found: readonly DeadCode[] = [];

beforeAll(() => {
  copy.write('shared/model/nouns.ts', nouns);
  copy.write('shared/model/orphan.ts', 'export const orphan = 1;\n');
  copy.write(
    'functions/evaluate/handler.ts',
    `import postgres from 'postgres';
import { all, type Used, used } from '../../shared/model/nouns.ts';

export const handler = (): Used => (all > 0 ? used : postgres());
`,
  );
  copy.write(
    'test/nouns.test.ts',
    `import { it } from 'vitest';
import { usedByATest } from '../shared/model/nouns.ts';

it(usedByATest.name, () => undefined);
`,
  );
  found = copy.deadCode();
});

afterAll(() => copy.remove());

function namesIn(file: string, kind: string): readonly string[] {
  return found.filter((each) => each.file === file && each.kind === kind).map(({ name }) => name);
}

describe('dead code', () => {
  it('is an export that no other file imports', () => {
    expect(namesIn('shared/model/nouns.ts', 'exports')).toEqual(['unused', 'usedHereOnly']);
  });

  it('is a type that no other file imports', () => {
    expect(namesIn('shared/model/nouns.ts', 'types')).toEqual(['Unused']);
  });

  it('is a file that no entry reaches', () => {
    expect(namesIn('shared/model/orphan.ts', 'files')).toEqual(['shared/model/orphan.ts']);
  });

  it('is a dependency that nothing imports', () => {
    expect(namesIn('package.json', 'dependencies')).toContain('nodemailer');
  });

  it('is not a handler, which only the packaging reads', () => {
    expect(namesIn('functions/evaluate/handler.ts', 'exports')).toEqual([]);
  });
});

describe('a package that is imported', () => {
  it('must be in package.json', () => {
    expect(namesIn('functions/evaluate/handler.ts', 'unlisted')).toEqual(['postgres']);
  });
});
