/**
 * The section of a version in CHANGELOG.md, as the notes of its release.
 * @param tag `v` and the version
 * @param version of package.json
 * @throws Error with a sentence when they do not fit each other, or when something is not under a version yet
 */
export function releaseNotes(changelog: string, tag: string, version: string): string {
  if (tag !== `v${version}`) {
    throw new Error(`The tag is ${tag}, but package.json says ${version}: tag the commit that raises the version.`);
  }
  const sections = new Map(
    changelog
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [title = '', ...lines] = section.split('\n');
        return [title.trim(), lines.join('\n').trim()] as const;
      }),
  );
  const unreleased = sections.get('Unreleased') ?? '';
  if (unreleased !== '')
    throw new Error(`CHANGELOG.md has entries under "Unreleased": put them under "## ${version}".`);
  const notes = sections.get(version) ?? '';
  if (notes === '') throw new Error(`CHANGELOG.md has no entries under "## ${version}".`);
  return `${notes}\n`;
}
