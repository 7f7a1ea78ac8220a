import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../infra/packaging/release/release-notes.ts';

const changelog = `# Changelog

What a user notices.

## Unreleased

## 0.2.0

- \`contacts\` opens texts
  that are cut off.

## 0.1.0

- Checks of a website.
`;

describe('the notes of a release', () => {
  it('are the section of its version', () => {
    expect(releaseNotes(changelog, 'v0.2.0', '0.2.0')).toBe('- `contacts` opens texts\n  that are cut off.\n');
    expect(releaseNotes(changelog, 'v0.1.0', '0.1.0')).toBe('- Checks of a website.\n');
  });

  it('are those of the version that is packed', () => {
    expect(() => releaseNotes(changelog, 'v0.2.0', '0.1.0')).toThrow('The tag is v0.2.0, but package.json says 0.1.0');
    expect(() => releaseNotes(changelog, '0.2.0', '0.2.0')).toThrow('The tag is 0.2.0');
  });

  it('leave nothing unreleased behind', () => {
    const open = changelog.replace('## Unreleased\n', '## Unreleased\n\n- Not yet.\n');
    expect(() => releaseNotes(open, 'v0.2.0', '0.2.0')).toThrow('put them under "## 0.2.0"');
  });

  it('are written before the tag', () => {
    expect(() => releaseNotes(changelog, 'v0.3.0', '0.3.0')).toThrow('no entries under "## 0.3.0"');
  });

  it('can be cut from the changelog of this repository', () => {
    const own = readFileSync('CHANGELOG.md', 'utf8').replace(/^## Unreleased\n[\s\S]*?(?=^## )/m, '');
    expect(releaseNotes(own, 'v0.1.0', '0.1.0')).toContain('- Checks of a website: `availability`');
  });
});
