import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Complaint, lintedCopy } from './linted-copy.ts';

/** One promise or switch per line; the comment names the case. */
const forgotten = `import { rm } from 'node:fs/promises';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import type { Page } from 'playwright-core';
import type { Stores } from '../ports/stores.ts';
import { elsewhere } from './elsewhere.ts';

export function forget(page: Page, sqs: SQSClient, stores: Stores): void {
  elsewhere(); // of another file
  stores.results.list('website/form', { from: '', to: '' }); // of a port
  page.close(); // of the browser
  sqs.send(new ListQueuesCommand({})); // of AWS
  rm('x'); // of Node
  elsewhere().then(() => 1); // chained
}
`;

const handled = `import { elsewhere } from './elsewhere.ts';

export async function handle(): Promise<void> {
  await elsewhere();
  void elsewhere();
  await Promise.all([elsewhere()]);
}
`;

const incomplete = `import type { Light } from '../model/light.ts';

type Shape = { readonly kind: 'circle' } | { readonly kind: 'square' };

export function shade(light: Light, shape: Shape): void {
  switch (light) { // light
    case 'green':
      console.log(shape);
  }
  switch (shape.kind) { // discriminated
    case 'circle':
      console.log(light);
  }
}

export function complete(light: Light): string {
  switch (light) {
    case 'green':
    case 'yellow':
      return 'fine';
    case 'red':
    case 'unknown':
      return 'not fine';
  }
}
`;

/** Imports that are no import declarations are not seen by what checks who may import what. */
const hidden = `export type Found = import('../model/light.ts').Light; // alias
export function shade(light: import('../model/light.ts').Light): string { // parameter
  return light;
}
export type All = typeof import('../model/light.ts'); // module
`;

const copy = lintedCopy();
let complaints: readonly Complaint[] = [];

beforeAll(() => {
  copy.bring('shared/model');
  copy.bring('shared/ports');
  copy.write('shared/runtime/elsewhere.ts', 'export async function elsewhere(): Promise<void> {}\n');
  copy.write('shared/runtime/forgotten.ts', forgotten);
  copy.write('shared/runtime/handled.ts', handled);
  copy.write('shared/runtime/incomplete.ts', incomplete);
  copy.write('shared/runtime/hidden.ts', hidden);
  complaints = copy.oxlintComplaints();
});

afterAll(() => copy.remove());

function saidAt(file: string, source: string, comment: string): readonly string[] {
  const line = source.split('\n').findIndex((each) => each.endsWith(`// ${comment}`)) + 1;
  expect(line, `a line ending in "// ${comment}"`).toBeGreaterThan(0);
  return complaints.filter((each) => each.file === file && each.line === line).map((each) => each.message);
}

describe('a promise that nobody waits for is an error', () => {
  for (const comment of ['of another file', 'of a port', 'of the browser', 'of AWS', 'of Node', 'chained']) {
    it(comment, () => {
      const said = saidAt('shared/runtime/forgotten.ts', forgotten, comment);
      expect(said).toEqual([expect.stringContaining('Promises must be awaited')]);
    });
  }

  it('one that is awaited or openly let go is not', () => {
    expect(complaints.filter((each) => each.file === 'shared/runtime/handled.ts')).toEqual([]);
  });
});

describe('a switch that leaves a case out is an error', () => {
  it('over a word list of the model', () => {
    const said = saidAt('shared/runtime/incomplete.ts', incomplete, 'light');
    expect(said).toEqual([expect.stringMatching(/Switch is not exhaustive.*"red".*"unknown".*"yellow"/)]);
  });

  it('over the kinds of a union', () => {
    const said = saidAt('shared/runtime/incomplete.ts', incomplete, 'discriminated');
    expect(said).toEqual([expect.stringContaining('Cases not matched: "square"')]);
  });

  it('a complete one is not', () => {
    expect(complaints.filter((each) => each.file === 'shared/runtime/incomplete.ts')).toHaveLength(2);
  });
});

describe('a type that is imported where it is used is an error', () => {
  for (const comment of ['alias', 'parameter', 'module']) {
    it(comment, () => {
      const said = saidAt('shared/runtime/hidden.ts', hidden, comment);
      expect(said).toEqual([expect.stringContaining('`import()` type annotations are forbidden')]);
    });
  }
});
