import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Complaint, lintedCopy } from './linted-copy.ts';

/** A function of so many lines, its braces included. */
function functionOf(lines: number): string {
  return `export function long(): void {\n${"  console.log('line');\n".repeat(lines - 2)}}\n`;
}

/** Blank lines and comments count: they are scrolled over, too. */
function fileOf(lines: number): string {
  return `export const first = 1;\n${'\n// a comment\n'.repeat((lines - 2) / 2)}export const last = 2;\n`;
}

const copy = lintedCopy();
let complaints: readonly Complaint[] = [];

beforeAll(() => {
  copy.write('shared/runtime/function-of-50.ts', functionOf(50));
  copy.write('shared/runtime/function-of-51.ts', functionOf(51));
  copy.write('cli/method-of-51.ts', `export class It {\n${functionOf(51).replace('export function ', '')}}\n`);
  copy.write(
    'functions/digest/arrow-of-51.tsx',
    `${functionOf(51).replace('function long(): void', 'const long = () =>')}`,
  );
  copy.write('test/support/function-of-51.ts', functionOf(51));
  copy.write(
    'test/cli/describes.test.ts',
    `describe('all', () => {\n${"  it('holds', () => undefined);\n".repeat(60)}});\n`,
  );
  copy.write('shared/runtime/file-of-300.ts', fileOf(300));
  copy.write('shared/runtime/file-of-302.ts', fileOf(302));
  copy.write('test/cli/file-of-302.test.ts', fileOf(302));
  complaints = copy.oxlintComplaints();
});

afterAll(() => copy.remove());

function about(file: string): readonly string[] {
  return complaints.filter((each) => each.file === file).map(({ message }) => message);
}

describe('a function of more than 50 lines is an error', () => {
  for (const file of [
    'shared/runtime/function-of-51.ts',
    'cli/method-of-51.ts',
    'functions/digest/arrow-of-51.tsx',
    'test/support/function-of-51.ts',
  ]) {
    it(`in ${file}`, () => {
      expect(about(file)).toEqual([expect.stringContaining('has too many lines (51). Maximum allowed is 50.')]);
    });
  }

  it('one of 50 is not', () => {
    expect(about('shared/runtime/function-of-50.ts')).toEqual([]);
  });

  it('the tests within one describe are not one function', () => {
    expect(about('test/cli/describes.test.ts')).toEqual([]);
  });
});

describe('a file of more than 300 lines is an error', () => {
  for (const file of ['shared/runtime/file-of-302.ts', 'test/cli/file-of-302.test.ts']) {
    it(`as ${file}`, () => {
      expect(about(file)).toEqual([expect.stringContaining('File has too many lines (302)')]);
    });
  }

  it('one of 300 is not', () => {
    expect(about('shared/runtime/file-of-300.ts')).toEqual([]);
  });
});

it('biome.json has fewer than 150 lines', () => {
  expect(readFileSync('biome.json', 'utf8').split('\n').length).toBeLessThan(150);
});
