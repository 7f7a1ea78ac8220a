import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorkplace, type Ended, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const inFolder = (...parts: string[]): string => path.join(workplace.folder, ...parts);

const calls = ['--touchpoint', 'calls', '--template', 'scorecards/phone.yaml'];
const show = ['score', 'show', 'calls', '--template', 'scorecards/phone.yaml'];
const commands = {
  fine: ['score', 'check', 'scorecards/phone.yaml'],
  json: ['score', 'check', 'scorecards/phone.yaml', '--json'],
  broken: ['score', 'check', 'scorecards/broken.yaml'],
  missing: ['score', 'check', 'scorecards/none.yaml'],
  first: ['score', 'import', 'visits.csv', ...calls],
  again: ['score', 'import', 'visits.csv', ...calls],
  refused: ['score', 'import', 'bad.csv', ...calls],
  shown: [...show, '--json'],
  partly: ['score', 'import', 'bad.csv', '--partly', ...calls],
  critical: ['score', 'import', 'critical.json', ...calls],
  red: show,
  noTemplate: ['score', 'import', 'visits.csv', '--touchpoint', 'calls', '-c', 'bare.yaml'],
  none: ['score', 'show', '-c', 'bare.yaml'],
  another: ['score', 'show', 'calls'],
  noFile: ['score', 'import', 'none.csv', ...calls],
  outside: ['score', 'import', 'visits.csv', '--touchpoint', '../calls', '--template', 'scorecards/phone.yaml'],
  configured: ['score', 'import', 'visits.csv', '--touchpoint', 'shop-floor'],
  all: ['score', 'show'],
} as const;

/** In this order, in one process. */
let ended: Readonly<Record<keyof typeof commands, Ended>>;

beforeAll(async () => {
  workplace = await aWorkplace();
  const bare =
    'business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n  - { id: website, kind: website, url: "https://coffeelab.example" }\n';
  const shopFloor = '  - { id: shop-floor, kind: scorecard, template: scorecards/phone.yaml }\n';
  writeFileSync(inFolder('bare.yaml'), bare);
  writeFileSync(inFolder('touchpoints.yaml'), bare + shopFloor);
  mkdirSync(inFolder('scorecards'));
  copyFileSync('test/fixtures/scorecards/templates/phone.yaml', inFolder('scorecards', 'phone.yaml'));
  copyFileSync('test/fixtures/scorecards/broken/bounds.yaml', inFolder('scorecards', 'broken.yaml'));
  writeFileSync(
    inFolder('visits.csv'),
    `visit;at;evaluator;contact;rings;greeting;solved;callback;goodbye;greeting comment\r
1;${daysAgo(2)};MK;Barista;2,5;так;5;н/д;так;\r
2;${daysAgo(1)};MK;Shift lead;3;ні;4;+;+;"said ""hello""\nonly"\r
`,
  );
  writeFileSync(inFolder('bad.csv'), `visit,at,evaluator,greeting\n3,03/04/2026,MK,yes\n4,${daysAgo(1)},MK,yes\n`);
  writeFileSync(
    inFolder('critical.json'),
    JSON.stringify({
      ...{ scorecard: 'phone-call', version: 3, visit: '5', at: daysAgo(0), evaluator: 'MK', contact: 'Barista' },
      answers: [{ question: 'callback', answer: 'no', comment: 'never called' }],
    }),
  );
  const all = await workplace.inTurn({}, ...Object.values(commands).map((command) => [...command]));
  ended = Object.fromEntries(Object.keys(commands).map((name, index) => [name, all[index]])) as typeof ended;
});
afterAll(() => workplace.remove());

describe('touchlight score', () => {
  it('checks templates', () => {
    const { fine, json, broken, missing } = ended;
    expect(fine.code).toBe(0);
    expect(fine.stdout).toContain('Phone call  phone-call, version 3, phone: 5 questions in 3 sections');
    expect(fine.stdout).toContain('25%  callback: Promised call-back kept  (critical: no is red)');
    expect(fine.stdout).toContain('Green from 85%, red below 60%. A visit counts for 90 days.');
    expect(JSON.parse(json.stdout)).toMatchObject({
      ...{ version: 1, scorecard: 'phone-call', scorecardVersion: 3, place: 'phone' },
      sections: [{ share: 0.2 }, { share: 0.5, questions: [{ critical: 'below 2 is red' }, {}] }, { share: 0.3 }],
    });
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain('scorecards/broken.yaml:4:1: "title" is given twice');
    expect(missing.stderr).toContain('scorecards/none.yaml: does not exist; docs/scorecards.md');
  });

  it('imports what was filled in, once, and shows what it comes to', () => {
    const { first, again, refused, shown, partly } = ended;
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('visits.csv: 2 visits imported.');
    expect(first.stdout).toMatch(/● green {3}calls {2}Phone call {2}91% {2}2 visits, the last on /);
    expect(first.stdout).toMatch(/Greeted with company and name +50% \(2\) +100% \(1\) +0% \(1\)/);
    expect(first.stdout).toContain('aws s3 sync .touchlight/scorecards/calls/ s3://BUCKET/scorecards/calls/');
    expect(again.stdout).toContain('visits.csv: 2 visits, imported before. Nothing is counted twice.');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('bad.csv row 2, at: "03/04/2026" may be two days');
    expect(refused.stdout).toContain('bad.csv: not imported.');
    expect(shown.code).toBe(0);
    const [calls1] = JSON.parse(shown.stdout).touchpoints;
    expect(calls1).toMatchObject({ touchpoint: 'calls', light: 'green', reason: 'at-least-green', n: 2 });
    expect(calls1.score).toBeCloseTo((1 + (20 * (1 / 3) + 50 * 0.9 + 30) / 100) / 2, 8);
    expect(partly.stdout).toContain('bad.csv: 1 visit imported.');
    expect(readdirSync(inFolder('.touchlight', 'scorecards', 'calls'))).toEqual([
      expect.stringMatching(/^bad\.[0-9a-f]{12}\.csv$/),
      expect.stringMatching(/^critical\.[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^visits\.[0-9a-f]{12}\.csv$/),
    ]);
  });

  it('shows a critical failure in red, and exits as red does', () => {
    const { critical, red } = ended;
    expect(critical.code).toBe(0);
    expect(red.code).toBe(1);
    expect(red.stdout).toMatch(/■ RED +calls/);
    expect(red.stdout).toMatch(/Failed: Promised call-back kept \(visit 5, /);
  });

  it('takes the template from touchpoints.yaml where that names it', () => {
    expect(ended.configured.code).toBe(0);
    expect(ended.configured.stdout).toContain(
      'aws s3 sync .touchlight/scorecards/shop-floor/ s3://BUCKET/scorecards/shop-floor/',
    );
    expect(ended.all.code).toBe(0);
    expect(ended.all.stdout).toMatch(/^● green {3}shop-floor {2}Phone call {2}91% {2}2 visits/);
  });

  it('says what is missing', () => {
    const { noTemplate, noFile, outside, none, another } = ended;
    expect([noTemplate.code, noFile.code, outside.code, none.code, another.code]).toEqual([2, 2, 2, 2, 2]);
    expect(noTemplate.stderr).toContain('Name the file of its template with --template scorecards/phone.yaml.');
    expect(none.stderr).toContain('bare.yaml has no touchpoint with a scorecard');
    expect(another.stderr).toContain('is called "calls". Those with one are shop-floor;');
    expect(noFile.stderr).toContain('none.csv does not exist. Give the path of a CSV or JSON file.');
    expect(outside.stderr).toContain('"../calls" is not the id of a touchpoint');
    expect(existsSync(inFolder('.touchlight', 'calls'))).toBe(false);
  });
});
