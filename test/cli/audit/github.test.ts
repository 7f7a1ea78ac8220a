import { describe, expect, it } from 'vitest';
import { annotations, stepSummary } from '../../../cli/audit/github.ts';
import { aBrokenForm, anAudited, aReport, hostileTexts } from './an-audit.ts';

/** As GitHub's runner reads a line: leading blanks do not matter, and the older form is found anywhere. */
function commandsIn(text: string): { name: string; properties: Record<string, string>; data: string }[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const parts = /^\s*::(?<name>[a-z-]+)(?: (?<properties>.*?))?::(?<data>.*)$/.exec(line)?.groups;
    if (parts === undefined) return line.includes('##[') ? [{ name: 'older', properties: {}, data: line }] : [];
    const pairs = (parts['properties'] ?? '').split(',').map((pair) => pair.split('=', 2).map(unescaped));
    return [{ name: parts['name'] ?? '', properties: Object.fromEntries(pairs), data: unescaped(parts['data'] ?? '') }];
  });
}

function unescaped(text: string): string {
  const signs = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replaceAll(/%(?:0D|0A|3A|2C|25)/g, (code) => signs[code as keyof typeof signs]);
}

describe('annotations on GitHub', () => {
  it('name the file, the check, the bound and the value; what does not fail the build is a warning', () => {
    const report = aReport([anAudited('yellow', 'website/page-load:/prices@mobile'), anAudited('red')]);
    expect(commandsIn(annotations(report, [], process.cwd()).join('\n'))).toEqual([
      {
        name: 'error',
        properties: { file: 'touchpoints.yaml', title: 'page-load (phone) is red' },
        data: expect.stringContaining('\nlcpMs 6.1 s; green up to 2.5 s, red from 4 s'),
      },
      {
        name: 'warning',
        properties: { file: 'touchpoints.yaml', title: 'page-load /prices (phone) is yellow' },
        data: expect.stringContaining('lcpMs 3.1 s'),
      },
    ]);
  });

  it('name no file outside the checkout', () => {
    const [line] = annotations(aReport([anAudited('red')]), [], '/somewhere/else');
    expect(line).toMatch(/^::error title=/);
  });

  it('are as many as GitHub shows of a kind, the worst first', () => {
    const many = Array.from({ length: 12 }, () => anAudited('yellow'));
    const lines = annotations(aReport([...many, anAudited('red')]), [], undefined);
    expect(lines.map((line) => line.slice(2, 7))).toEqual(['error', ...Array.from({ length: 10 }, () => 'warni')]);
  });

  it.each(hostileTexts)('are one command and nothing else when a page says %j', (words) => {
    const lines = annotations(aReport([aBrokenForm(words)]), [], undefined);
    const read = commandsIn(lines.join('\n'));
    expect(read.map(({ name }) => name)).toEqual(['error']);
    expect(read[0]?.data.split('\n')).toHaveLength(1);
  });
});

describe('the step summary', () => {
  it('has a row for each check, worst first, and says what the build came to', () => {
    const report = aReport([
      anAudited('green', 'website/page-load@desktop'),
      anAudited('red'),
      anAudited('unknown', 'website/lighthouse'),
    ]);
    const rows = stepSummary(report, [])
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(rows.map((row) => row.split(' | ')[0])).toEqual(['| light', '| ---', '| 🟥 red', '| ⚪ grey', '| 🟢 green']);
    expect(stepSummary(report, [])).toContain('Failed\\: page\\-load \\(phone\\)\\.');
    expect(stepSummary(report, [])).toContain('neither passed nor failed\\: lighthouse');
  });

  it.each(hostileTexts)('is only text when a page says %j', (words) => {
    const lines = stepSummary(aReport([aBrokenForm(words)]), []).split('\n');
    const row = lines.filter((line) => line.startsWith('| 🟥'));
    expect(row).toHaveLength(1);
    expect(row[0]?.replaceAll(/\\./g, '').match(/\|/g)).toHaveLength(4);
    expect(row[0]?.replaceAll(/\\./g, '').replaceAll('<br>', '')).not.toMatch(/[<>[\]`@:]/);
    expect(lines).toHaveLength(8);
  });

  it('stays far below the limit of a megabyte, whatever pages say', () => {
    const all = Array.from({ length: 300 }, () => aBrokenForm('*'.repeat(100_000)));
    const summary = stepSummary(aReport(all), []);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('100 more are in the log.');
  });
});
