import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { deploymentNotes } from '../../shared/config/deployment-notes.ts';
import { fingerprintOf } from '../../shared/config/fingerprint.ts';
import { parseConfiguration, readConfigurationFile } from '../../shared/config/read-configuration.ts';
import { readyScorecards } from '../../shared/config/scorecards/ready-scorecards.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-scorecard-'));
afterAll(() => rmSync(folder, { recursive: true }));
const template = `scorecard: counter
version: 2
title: Counter
place: live-contact
validFor: 30d
bounds: { green: 0.9, red: 0.5 }
sections:
  - id: contact
    title: Contact
    weight: 1
    questions: [{ id: greeting, ask: Was the customer greeted?, type: yes-no }]
`;

function write(of: string, more = ''): string {
  writeFileSync(path.join(folder, 'counter.yaml'), of);
  const file = path.join(folder, 'touchpoints.yaml');
  writeFileSync(
    file,
    `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: counter, kind: scorecard, template: ./counter.yaml, owner: olena@coffeelab.example${more} }
`,
  );
  return file;
}

function read(more = '') {
  const reading = readConfigurationFile(write(template, more), '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading;
}

it('what people assess has one check that carries its template, judged by the bounds of that template', () => {
  const { configuration, notes } = read();
  expect(notes).toEqual([]);
  const [touchpoint] = configuration.touchpoints;
  expect(touchpoint).toMatchObject({
    kind: 'scorecard',
    account: 'Counter',
    owner: { email: 'olena@coffeelab.example' },
  });
  const [check, ...others] = touchpoint?.checks ?? [];
  expect(others).toEqual([]);
  expect(check).toMatchObject({
    id: 'counter/scorecard',
    everyMinutes: 1440,
    options: {
      template: { scorecard: 'counter', place: 'live-contact', validForDays: 30 },
      templateName: './counter.yaml',
      folder: null,
      timeZone: 'Europe/Kyiv',
    },
    thresholds: { criticalFailures: { green: 0, red: 1 }, score: { green: 0.9, red: expect.closeTo(0.5, 6) } },
    // Files do not flicker: the first look is as good as a second.
    policy: { failuresToOpen: 1, successesToResolve: 1 },
  });
});

it.each(['en', 'uk', 'ru'])('a ready template is asked in the language of the business: %s', (language) => {
  const text = (name: string): string =>
    `business: Coffee Lab\ntimeZone: Europe/Kyiv\nlanguage: ${language}\ntouchpoints: [{ id: floor, kind: scorecard, template: ${name} }]\n`;
  for (const name of readyScorecards) {
    const reading = parseConfiguration(text(name), 'touchpoints.yaml', '2026-11-22');
    const [touchpoint] = reading.ok ? reading.configuration.touchpoints : [];
    expect(touchpoint?.checks[0]?.options).toMatchObject({ templateName: name, template: { language } });
  }
});

it('takes a folder and a cadence of its own', () => {
  const [touchpoint] = read(', folder: /srv/audits, every: 6h').configuration.touchpoints;
  expect(touchpoint?.checks[0]).toMatchObject({ everyMinutes: 360, options: { folder: '/srv/audits' } });
});

it('says where the answers go in AWS', () => {
  expect(deploymentNotes(read().configuration)).toEqual([
    `Touchpoint counter is assessed by people. In AWS, put their scorecards into the stack's bucket, where each is read as soon as it lands:
  aws s3 cp visits.csv s3://BUCKET/scorecards/counter/
BUCKET is the stack's output EvidenceBucketName.`,
  ]);
});

it('a change of the template is a change of what is deployed; a comment in it is none', () => {
  const before = fingerprintOf(write(template));
  expect(fingerprintOf(write(`# for the winter\n${template}`))).toBe(before);
  expect(fingerprintOf(write(template.replace('greeted?', 'greeted by name?')))).not.toBe(before);
});

it('a template with faults is a fault of the line that names it, with the first of them', () => {
  const reading = readConfigurationFile(write(template.replace('weight: 1', 'weight: heavy')), '2026-11-22');
  expect(reading.ok).toBe(false);
  const messages = reading.ok
    ? []
    : reading.faults.map(({ line, path: where, message }) => `${line} ${where} ${message}`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^4 touchpoints\[0\]\.template "\.\/counter\.yaml" /);
  expect(messages[0]).toContain('weight');
});

it('a template too large for a run’s message is refused with the limit', () => {
  const many = Array.from(
    { length: 90 },
    (_, n) => `      - { id: q${n}, ask: "${'x'.repeat(290)}", type: yes-no }\n`,
  ).join('');
  const section = (n: number): string =>
    `  - id: s${n}\n    title: S\n    weight: 1\n    questions:\n${many.replaceAll(' id: q', ` id: s${n}q`)}`;
  const large = `${template.slice(0, template.indexOf('  - id: contact'))}${[1, 2, 3, 4, 5, 6].map(section).join('')}`;
  const reading = readConfigurationFile(write(large), '2026-11-22');
  const [fault] = reading.ok ? [] : reading.faults;
  expect(fault?.message).toContain('above the limit of 150 kB');
});
