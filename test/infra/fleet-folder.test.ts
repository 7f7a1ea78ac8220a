import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContext } from '../../infra/context.ts';
import { readDeployment } from '../../infra/deployment.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchlight-fleet-'));
  mkdirSync(path.join(folder, 'sites'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As after `npx cdk deploy -c fleet=sites -c agency=ops@north.example`. */
function deploy(context: Readonly<Record<string, string>> = {}) {
  const { node } = new App({ context: { fleet: path.join(folder, 'sites'), agency: 'ops@north.example', ...context } });
  return readDeployment(readContext(node), 'eu-central-1');
}

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, 'sites', name), text);
}

const site = (name: string) =>
  `business: ${name}\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://${name}.example" }]\n`;

test('a folder is deployed as one stack, and nothing of it stands beside the handlers', () => {
  write('bakery.yaml', site('bakery'));
  write('salon.yaml', site('salon'));
  const { fleet, bundled, configuration, notes } = deploy();
  expect(fleet?.businesses.map(({ id }) => id)).toEqual(['bakery', 'salon']);
  expect(fleet?.agency).toEqual(['ops@north.example']);
  expect(bundled).toBeNull();
  expect(configuration.touchpoints.map(({ id }) => id)).toEqual(['bakery.website', 'salon.website']);
  expect(notes).toEqual([]);
});

test('a broken file leaves its own business out, by name and line, and the others are deployed', () => {
  write('bakery.yaml', site('bakery'));
  write('salon.yaml', site('salon').replace('timeZone: UTC', 'timeZone: Kyiv'));
  const { fleet, notes } = deploy();
  expect(fleet?.businesses.map(({ id }) => id)).toEqual(['bakery']);
  expect(notes.join('\n')).toMatch(/^salon is left out, and nothing of it is measured:\n.*salon\.yaml:2:11 timeZone: /);
});

test('a business that lies too deep is named, because nothing else would miss it', () => {
  write('bakery.yaml', site('bakery'));
  for (const [inside, name] of [
    ['archive', 'old.yaml'],
    ['dentist', 'touchpoints.yaml'],
    ['north/salon', 'touchpoints.yaml'],
    ['scorecards', 'own.yaml'],
  ] as const) {
    mkdirSync(path.join(folder, 'sites', inside), { recursive: true });
    write(path.join(inside, name), inside === 'scorecards' ? 'scorecard: own\n' : site('salon'));
  }
  const { fleet, notes } = deploy();
  expect(fleet?.businesses.map(({ id }) => id)).toEqual(['bakery', 'dentist']);
  expect(notes).toHaveLength(2);
  expect(notes[0]).toMatch(/archive\/old\.yaml is not watched: .* Move it there\.$/);
  expect(notes[1]).toMatch(/north\/salon\/touchpoints\.yaml is not watched: /);
});

test('a folder in which nothing can be deployed is refused', () => {
  expect(() => deploy()).toThrow('has no file of a business');
  write('salon.yaml', 'business: salon\n');
  expect(() => deploy()).toThrow('can be deployed.');
});

test('an agency is named for a fleet only, by its addresses', () => {
  const contextOf = (context: Readonly<Record<string, string>>) => readContext(new App({ context }).node);
  expect(() => contextOf({ agency: 'ops@north.example' })).toThrow('is for a fleet: name its folder as well');
  expect(() => contextOf({ fleet: 'sites', agency: 'north' })).toThrow('"north" is none.');
  expect(contextOf({ fleet: 'sites', agency: 'a@north.example, b@north.example' }).agency).toHaveLength(2);
  expect(contextOf({}).fleet).toBeNull();
});
