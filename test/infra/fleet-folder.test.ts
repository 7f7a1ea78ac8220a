import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContext } from '../../infra/context.ts';
import { readDeployment } from '../../infra/deployment.ts';
import { fingerprintOfFleet } from '../../shared/config/fleet/to-deploy.ts';
import { fleetReaders } from '../../shared/model/fleet-readers.ts';

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

const agency = 'agency: North Studio\ntimeZone: Europe/Kyiv\ndigest: { to: lead@north.example }\n';

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

test('the folder has one fingerprint, at deployment and for the doctor, whatever it is called and who hears of all businesses', () => {
  write('agency.yaml', agency);
  write('bakery.yaml', site('bakery'));
  write('salon.yaml', 'business: 1\n');
  const deployed = deploy().origin.configuration;
  expect(fingerprintOfFleet(path.join(folder, 'sites'))).toBe(deployed);
  expect(fingerprintOfFleet(path.relative('.', path.join(folder, 'sites')))).toBe(deployed);
  expect(deploy({ agency: 'boss@north.example' }).origin.configuration).toBe(deployed);
  write('bakery.yaml', `# The same, with a remark\n${site('bakery')}`);
  expect(deploy().origin.configuration).toBe(deployed);
  write('salon.yaml', site('salon'));
  expect(deploy().origin.configuration).not.toBe(deployed);
});

test('a broken file leaves its own business out, by name and line, and the others are deployed', () => {
  write('bakery.yaml', site('bakery'));
  write('salon.yaml', site('salon').replace('timeZone: UTC', 'timeZone: Kyiv'));
  const { fleet, notes } = deploy();
  expect(fleet?.businesses.map(({ id }) => id)).toEqual(['bakery']);
  expect(fleet?.leftOut).toEqual([
    {
      ...{ id: 'salon', file: 'salon.yaml', faults: 1, pageLanguage: null },
      firstFault: expect.stringMatching(/^salon\.yaml:2:11 timeZone: "Kyiv" .*$/),
    },
  ]);
  expect(notes.at(-1)).toMatch(/^What is left out is paused: its open incidents stay open, /);
  expect(notes.join('\n')).toMatch(/^salon is left out, and nothing of it is measured:\n.*salon\.yaml:2:11 timeZone: /);
});

test('the chats of a business that is only paused stay, however its file is broken, and go with its file', () => {
  write('bakery.yaml', site('bakery'));
  expect(deploy().fleet?.keepsChats).toBe(false);
  const chat = 'alerts: { telegram: { chat: "@chat", secret: telegram-bot } }\n';
  write('salon.yaml', `${chat}${site('salon').replace('timeZone: UTC', 'timeZone: Kyiv')}`);
  expect(deploy().fleet?.keepsChats).toBe(true);
  rmSync(path.join(folder, 'sites', 'salon.yaml'));
  expect(deploy().fleet?.keepsChats).toBe(false);
});

test('agency.yaml gives the stack the agency’s own mail, in which those who were left out are named', () => {
  write('agency.yaml', agency);
  write('bakery.yaml', site('bakery'));
  write('cafe.yaml', `${site('cafe')}`.replace('timeZone: UTC', 'timeZone: America/Los_Angeles'));
  write('salon.yaml', site('salon').replace('timeZone: UTC', 'timeZone: Kyiv'));
  const { fleet, origin } = deploy();
  expect(fleet?.agencyMail).toEqual({
    ...{ name: 'North Studio', timeZone: 'Europe/Kyiv', language: 'en', isAnnounced: true },
    digest: { to: ['lead@north.example'], from: null, weekday: 'mon', atMinute: 600, reportsUrl: null },
  });
  expect(fleet?.leftOut).toMatchObject([{ id: 'salon', file: 'salon.yaml', faults: 1, pageLanguage: null }]);
  expect(fleet?.leftOut?.[0]?.firstFault).toMatch(/^salon\.yaml:2:11 timeZone: /);
  write('agency.yaml', agency.replace('North', 'South'));
  expect(deploy().origin.configuration).not.toBe(origin.configuration);
});

test('a business that a fleet’s stack cannot watch is paused like a broken one, and one without a file is gone', () => {
  write('bakery.yaml', site('bakery'));
  write(
    'salon.yaml',
    site('salon').replace(
      'touchpoints: [',
      'inbound: { domain: mail.salon.example }\ntouchpoints: [{ id: desk, kind: mailbox, source: inbound, page: desk@salon.example }, ',
    ),
  );
  const { fleet, notes } = deploy();
  expect(notes.join('\n')).toContain('salon is left out');
  expect(fleet?.leftOut).toEqual([
    {
      ...{ id: 'salon', file: 'salon.yaml', faults: 1, pageLanguage: null },
      firstFault: expect.stringMatching(
        /^salon\.yaml inbound: a fleet's stack has no rules for received mail\. Read its mailbox by IMAP /,
      ),
    },
  ]);
  rmSync(path.join(folder, 'sites', 'salon.yaml'));
  expect(deploy().fleet?.leftOut).toEqual([]);
});

test('a broken agency.yaml costs the agency its mail, and the businesses are deployed', () => {
  write('agency.yaml', agency.replace('Europe/Kyiv', 'Kyiv'));
  write('bakery.yaml', site('bakery'));
  const { fleet, notes } = deploy();
  expect(fleet?.businesses.map(({ id }) => id)).toEqual(['bakery']);
  expect(fleet?.agencyMail).toBeNull();
  expect(notes.join('\n')).toMatch(
    /The agency's own mail is left out until agency\.yaml is in order:\n.*agency\.yaml:2:11 timeZone: /,
  );
});

test('the readers of a broken file keep their subscriptions, as far as it still names them', () => {
  write('bakery.yaml', site('bakery'));
  write(
    'salon.yaml',
    `business: Salon
timeZone: Kyiv
alerts: { email: [ops@salon.example, nonsense], then: boss@salon.example }
touchpoints:
  - { id: website, kind: website, url: "https://salon.example", owner: { name: Olena, email: olena@salon.example } }
  - { id: "?", owner: 7 }
`,
  );
  write('florist.yaml', 'alerts: { email: [a@florist.example]');
  const { fleet } = deploy();
  expect(fleetReaders(fleet?.stillNamed ?? []).map(({ email, policy }) => [email, policy])).toEqual([
    // What YAML can make of a bracket that is not closed.
    ['a@florist.example', { business: ['florist'] }],
    ['ops@salon.example', { business: ['salon'] }],
    ['boss@salon.example', { business: ['salon'], escalated: ['yes'] }],
    ['olena@salon.example', { touchpoint: ['salon.website'] }],
  ]);
});

const read = (name: string, secret: string) =>
  `${site(name).replace('[{', `[{ id: fb, kind: facebook, page: ${name}, secret: ${secret} }, {`)}alerts: { email: [ops@${name}.example] }\n`;

test('two secrets that only an environment variable would mix up keep no business out of the stack', () => {
  write('coffee.yaml', read('coffee', 'lab-x'));
  write('coffee-lab.yaml', read('coffee-lab', 'x'));
  expect(deploy().fleet).toMatchObject({ businesses: [{ id: 'coffee' }, { id: 'coffee-lab' }], leftOut: [] });
});

test('the readers of a business keep their subscriptions where only two files together are at fault', () => {
  write('bakery.yaml', site('bakery'));
  // Two files of one business, of which either may be the one that was deployed.
  write('salon.yaml', read('salon', 'token'));
  mkdirSync(path.join(folder, 'sites', 'salon'));
  write(path.join('salon', 'touchpoints.yaml'), read('salon', 'token').replace('ops@', 'desk@'));
  const { fleet } = deploy();
  expect(fleet?.businesses.map(({ id }) => id)).toEqual(['bakery']);
  expect(fleetReaders(fleet?.stillNamed ?? []).map(({ email, policy }) => [email, policy])).toEqual([
    ['ops@salon.example', { business: ['salon'] }],
    ['desk@salon.example', { business: ['salon'] }],
  ]);
});

test('the page keeps its address and its key while the one business that has it is paused', () => {
  write('bakery.yaml', site('bakery'));
  write('salon.yaml', `${site('salon')}page: {}\n`.replace('timeZone: UTC', 'timeZone: Kyiv'));
  expect(deploy().configuration.page).toEqual({ publicTouchpoints: [], url: null, signIn: null, atOnce: null });
  rmSync(path.join(folder, 'sites', 'salon.yaml'));
  expect(deploy().configuration.page).toBeNull();
});

test('the same folder is another deployment once a file is broken', () => {
  write('bakery.yaml', site('bakery'));
  const before = deploy().origin.configuration;
  write('salon.yaml', 'business: salon\n');
  expect(deploy().origin.configuration).not.toBe(before);
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

test('only some businesses are checked from other regions: the note names five of them, and says how many more', () => {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) write(`${name}.yaml`, `${site(name)}regions: [eu-west-1]\n`);
  expect(deploy().notes[0]).toMatch(/^What fails is also checked from eu-west-1\. /);
  write('salon.yaml', site('salon'));
  expect(deploy().notes[0]).toMatch(/^What fails at a, b, c, d, e and 2 more is also checked from eu-west-1\. /);
});
