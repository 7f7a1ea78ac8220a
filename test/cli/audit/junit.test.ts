import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Audited } from '../../../cli/audit/audit-report.ts';
import type { FailingLight } from '../../../cli/audit/build-verdict.ts';
import { junitReport } from '../../../cli/audit/junit.ts';
import { aBrokenForm, anAudited, aReport, hostileTexts } from './an-audit.ts';

const schema = readFileSync(new URL('../../fixtures/junit.xsd', import.meta.url), 'utf8');

function reportOf(all: readonly Audited[], ...failOn: FailingLight[]): string {
  return junitReport(aReport(all, failOn), all, failOn);
}

async function errorsIn(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'touchlight.xml', contents: xml }], schema: [schema] });
  return errors.map(({ message }) => message);
}

describe('a JUnit report', () => {
  const all = [
    anAudited('green', 'website/page-load@desktop'),
    anAudited('yellow', 'website/page-load:/prices@mobile'),
    anAudited('red'),
    anAudited('unknown', 'website/lighthouse'),
  ];

  it('says which bound was crossed by what, worst first, and has the shape that build servers read', async () => {
    const xml = reportOf(all);
    expect(await errorsIn(xml)).toEqual([]);
    expect(xml).toContain(
      'tests="4" failures="1" errors="0" skipped="1" time="90.250" timestamp="2026-11-23T09:00:00"',
    );
    expect([...xml.matchAll(/testcase name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'page-load (phone)',
      'page-load /prices (phone)',
      'lighthouse',
      'page-load (desktop)',
    ]);
    expect(xml).toContain('lcpMs 6.1 s; green up to 2.5 s, red from 4 s</failure>');
    expect(xml).toContain('<skipped message="The browser did not start.">');
  });

  it('fails for the lights that were named, and calls grey an error then, no failure', async () => {
    const xml = reportOf(all, 'yellow', 'grey');
    expect(await errorsIn(xml)).toEqual([]);
    expect(xml).toContain('failures="2" errors="1" skipped="0"');
    expect(xml).toContain('<error message="The browser did not start." type="unknown">');
  });

  it.each(hostileTexts)('is not broken by a page that says %j', async (words) => {
    const xml = reportOf([aBrokenForm(words)]);
    expect(await errorsIn(xml)).toEqual([]);
    expect(xml.match(/<testcase /g)).toHaveLength(1);
    expect(xml.match(/<failure /g)).toHaveLength(1);
  });

  it('stays small and whole when a page says a megabyte', async () => {
    const xml = reportOf([aBrokenForm(']]>&"<\u0001'.repeat(200_000))]);
    expect(await errorsIn(xml)).toEqual([]);
    expect(xml.length).toBeLessThan(500_000);
  });

  it('would be refused by the schema with a made-up element', async () => {
    expect(await errorsIn(reportOf(all).replace('<skipped', '<omitted').replace('</skipped', '</omitted'))).not.toEqual(
      [],
    );
  });
});
