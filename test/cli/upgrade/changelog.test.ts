import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concerns, entriesBetween, isNewer, readChangelog, wordsOfFile } from '../../../cli/upgrade/changelog.ts';

const text = `# Changelog

What a user notices.

## 0.3.0

- \`contacts\` opens texts
  that are cut off.
- Mailbox, phone: an answer counts at once.

## 0.2.0

- \`npm start\` is quicker.

## 0.1.0

- Checks of a website.
`;

describe('the changelog', () => {
  const entries = readChangelog(text);

  it('is read entry by entry', () => {
    expect(entries.map(({ version }) => version)).toEqual(['0.3.0', '0.3.0', '0.2.0', '0.1.0']);
    expect(entries[0]?.text).toBe('`contacts` opens texts that are cut off.');
  });

  it('of this repository is read to its end', () => {
    const own = readFileSync('CHANGELOG.md', 'utf8');
    const read = readChangelog(own);
    expect(read.length).toBe(own.match(/^- /gm)?.length);
    expect(new Set(read.map(({ version }) => version)).has('0.1.0')).toBe(true);
  });

  it('tells what came after one version, up to another', () => {
    expect(entriesBetween(entries, '0.1.0', '0.2.0').map(({ version }) => version)).toEqual(['0.2.0']);
    expect(entriesBetween(entries, '0.1.0', '0.3.0')).toHaveLength(3);
    expect(entriesBetween(entries, '0.3.0', '0.3.0')).toEqual([]);
  });

  it.each([
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.0', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
    ['Unreleased', '0.1.0', false],
  ])('knows whether %s is newer than %s', (version, than, newer) => {
    expect(isNewer(version, than)).toBe(newer);
  });

  it('picks what a file uses: its keys, its kinds and the checks that run', () => {
    const website = wordsOfFile({ touchpoints: [{ kind: 'website' }] }, ['contacts', 'form']);
    const mailbox = wordsOfFile({ touchpoints: [{ kind: 'mailbox' }] }, ['enquiries']);
    const concerning = (words: ReadonlySet<string>) => entries.map((entry) => concerns(entry, words));
    expect(concerning(website)).toEqual([true, false, false, false]);
    expect(concerning(mailbox)).toEqual([false, true, false, false]);
  });
});
