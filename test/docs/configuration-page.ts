import { dayKeys } from '../../shared/config/hours.ts';
import { touchpointsJsonSchema } from '../../shared/config/json-schema.ts';
import { policyShape } from '../../shared/config/policy-shape.ts';
import { channelKinds } from '../../shared/model/channel.ts';
import { cell, child, code, escapeBars, group, type Node, nodeSchema, table } from './schema-tables.ts';

/** docs/configuration.md, from the schema that reads touchpoints.yaml. */
export function configurationPage(): string {
  const file = nodeSchema.parse(touchpointsJsonSchema());
  const [website, social, mailbox, phone, shopper, ...fromFiles] = child(file, 'touchpoints').items?.oneOf ?? [];
  if (!website || !social || !mailbox || !phone || !shopper)
    throw new Error('The schema has no five kinds of touchpoints.');
  const checks = Object.entries(child(website, 'checks').properties ?? {}).map(
    ([id, node]) => [id, group(node)] as const,
  );
  const first = checks[0]?.[1];
  return `${[
    introduction,
    '## The file',
    table(file),
    '## hours',
    `${hoursText}\n\n${table(child(file, 'hours'), (key) => !dayKeys.includes(key))}`,
    ...alertsSection(child(file, 'alerts')),
    '## digest',
    table(child(file, 'digest')),
    ...livePageSections(child(file, 'page')),
    ...websiteSection(website),
    '## Settings of every check',
    settingsText,
    table({
      properties: {
        every: { ...child(first, 'every'), default: 'see below', examples: ['30m'] },
        devices: devicesOf(checks),
        thresholds: child(first, 'thresholds'),
      },
    }),
    'These also work here, for one check only: '.concat(
      Object.keys(policyShape).map(code).join(', '),
      ' (see [alerts](#alerts)).',
    ),
    ...checks.flatMap(([id, node]) => checkSection(id, node)),
    '### Several forms',
    formsText,
    '### Does the message arrive?',
    arrivalText,
    ...answerSections(social, mailbox, child(file, 'inbound')),
    ...phoneSection(phone),
    ...shopperSection(shopper),
    ...sectionsOfFiles(fromFiles),
    '## maintenance',
    'A list of windows.',
    table(child(file, 'maintenance').items ?? {}),
    ...sectionsOfLists(file),
    ...themesSection(child(file, 'themes')),
  ].join('\n\n')}\n`;
}

function themesSection(themes: Node): readonly string[] {
  return [
    '## themes',
    'A language model that reads reviews, off by default. What is sent, what it costs and when the lexicon steps in is in [docs/themes.md](themes.md#with-a-language-model).',
    table(themes),
    '### pricePerMillion',
    table(child(themes, 'pricePerMillion')),
  ];
}

function livePageSections(page: Node): readonly string[] {
  return [
    '## page',
    'The live page in AWS. Who may see what, and how links work, is in [docs/aws.md](aws.md#live-page) and [docs/security.md](security.md#live-page).',
    table(page),
    '### signIn',
    table(child(page, 'signIn')),
  ];
}

function alertsSection(alerts: Node): string[] {
  return [
    '## alerts',
    'The settings from `failuresToOpen` on apply to every check that has none of its own.',
    table(alerts),
    '### acknowledge',
    acknowledgeText,
    table(group(child(alerts, 'acknowledge'))),
    ...channelSections(alerts),
  ];
}

function websiteSection(website: Node): string[] {
  return [
    '## A website',
    'Under `touchpoints`, with `kind: website`.',
    table(website),
    '### owner',
    'At every kind of touchpoint: a name (`owner: Olena`), an email address, or both. Who gets which alerts is in [docs/alerts.md](alerts.md#who-is-alerted).',
    table(group(child(website, 'owner'))),
  ];
}

/** Where alerts are posted beside mail. */
function channelSections(alerts: Node): readonly string[] {
  return [
    '### Channels',
    'Under `alerts`, one group or a list of several. How to set each up, and what it gets, is in [docs/alerts.md](alerts.md#channels).',
    ...channelKinds.flatMap((kind) => [`Under \`${kind}\`:`, table(group(child(alerts, kind)))]),
  ];
}

/** Where customers write and wait. */
function answerSections(social: Node, mailbox: Node, inbound: Node): readonly string[] {
  return [
    '## A social page or a review site',
    'Under `touchpoints`, with the `kind` of the platform. What each platform needs is in [docs/platforms](platforms/README.md).',
    table(social),
    '### sla',
    table(child(social, 'sla')),
    '## A mailbox',
    'Under `touchpoints`, with `kind: mailbox`. How to give Touchlight access is in [its own page](platforms/mailbox.md); `sla` is [as above](#sla).',
    table(mailbox),
    '### inbound',
    'At the top of the file: mail that SES receives in AWS. What to set up, and in which order, is in [docs/platforms/mailbox.md](platforms/mailbox.md#received-by-ses).',
    table(inbound),
  ];
}

function phoneSection(phone: Node): string[] {
  return [
    '## A phone',
    'Under `touchpoints`, with `kind: phone`. Where calls come from and what counts is in [docs/platforms/phone.md](platforms/phone.md).',
    table(phone),
    '### columns',
    table(child(phone, 'columns')),
  ];
}

function shopperSection(shopper: Node): string[] {
  return [
    '## A mystery shopper',
    'Under `touchpoints`, with `kind: shopper`. How to set one up in ten minutes is in [its own page](platforms/shopper.md); `sla` is [as above](#sla).',
    table(shopper),
    '### texts',
    table(child(shopper, 'texts').items ?? {}),
    '### consent',
    table(child(shopper, 'consent')),
  ];
}

function scorecardSection(scorecard: Node): string[] {
  return [
    '## What people assess',
    'Under `touchpoints`, with `kind: scorecard`. How a visit is assessed and judged is in [docs/scorecards.md](scorecards.md).',
    table(scorecard),
  ];
}

/** What is read from files that people or other systems put into folders. */
function sectionsOfLists(file: Node): string[] {
  return [
    '## competitors',
    'What is compared, what Touchlight does on their sites and what it never does is in [docs/competitors.md](competitors.md).',
    table(child(file, 'competitors').items ?? {}),
    '## plan',
    'Actions of your own in [the action plan](plan.md). Up to 100.',
    table(child(file, 'plan').items ?? {}),
  ];
}

function sectionsOfFiles([scorecard, survey, orders]: readonly Node[]): string[] {
  if (!scorecard || !survey || !orders) throw new Error('The schema has no three kinds that are read from files.');
  return [...scorecardSection(scorecard), ...loyaltySections(survey, orders)];
}

function loyaltySections(survey: Node, orders: Node): string[] {
  return [
    '## A survey',
    'Under `touchpoints`, with `kind: survey`. What is counted, and which exports are recognised, is in [docs/loyalty.md](loyalty.md#survey).',
    table(survey),
    '### Columns of a survey',
    table(child(survey, 'columns')),
    '## Orders',
    'Under `touchpoints`, with `kind: orders`. What is counted is in [docs/loyalty.md](loyalty.md#orders).',
    table(orders),
    '### Columns of orders',
    table(child(orders, 'columns')),
  ];
}

const introduction = `# touchpoints.yaml

<!-- Written by test/docs/configuration.test.ts from shared/config/file-schema.ts: change the schema, then run
     UPDATE_GOLDENS=1 npx vitest run test/docs -->

What Touchlight watches, and who is alerted. \`business\`, \`timeZone\` and one touchpoint make a valid file; everything else has
a default. \`npx touchlight init <url>\` inspects your site and writes the file. \`npx touchlight validate\` checks it and reports
all errors at once, each with its line and what to write instead. A misspelt key is an error. So is a character that cannot be seen (a
zero-width space, a no-break space, a control of the reading direction) and a Cyrillic or Greek letter that looks like a Latin one, in
keys, ids, addresses and all else that programs compare; in a name they are a warning. YAML's anchors and aliases work; merging with
\`<<\` does not.

Editors complete and explain every key with \`touchpoints.schema.json\`, which is generated from the same schema. The first line of
the file refers to it; VS Code with the YAML extension, JetBrains IDEs and Neovim read that line:

\`\`\`yaml
# yaml-language-server: $schema=./touchpoints.schema.json
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
\`\`\`

Durations are written \`5m\`, \`4h\` or \`2d\`. Times and dates are local to the business's time zone.`;

const hoursText =
  'Each key is a day (`mon` to `sun`) or a range of days (`mon-fri`), with one shift (`"09:00-18:00"`) or several ' +
  '(`["09:00-13:00", "14:00-18:00"]`). A single day overrides a range that contains it; days that are not listed are closed. ' +
  'Response times are counted within these hours.\n\n' +
  'Public holidays come from the package [date-holidays](https://github.com/commenthol/date-holidays), whose data volunteers keep ' +
  '(CC BY-SA 3.0, after Wikipedia); they are not official. `touchlight validate` lists the days off of the coming year with their ' +
  'names. On a day that is wrongly taken for one, customers wait unseen: take it out with a minus (`holidays: [UA, "-2026-12-25"]`), ' +
  'and add what is missing as a date.\n\n' +
  'For Ukraine (`UA`), Touchlight corrects that data from 2023 on: the dates are those of laws 3107-IX and 3258-IX (8 May, 15 July, ' +
  '1 October, one Christmas on 25 December), and no holiday is moved from a weekend to a working day: law 2136-IX suspends that during ' +
  'martial law. Under that law, the holidays themselves are working days too. If your business is closed on some of them, ' +
  'list only those, as dates.';

const acknowledgeText =
  'One time for both lights (`acknowledge: 30m`), or a group of these keys. `never`, for one check, leaves it out. What counts as ' +
  'acknowledged, and what is escalated when, is in [docs/alerts.md](alerts.md#when-nobody-acknowledges).';

const settingsText =
  'Under `checks`, by the name of the check. Checks that are not listed run with their defaults; `false` switches one off. ' +
  'A threshold sets the worst value that is still `green` and the first that is `red`; values between them are yellow, and ' +
  'with `red: never` nothing is worse than yellow.\n\n```yaml\nchecks:\n  page-load:\n    every: 1h\n    devices: [mobile]\n' +
  '    thresholds: { lcpMs: { green: 3000, red: 5000 } }\n    failuresToOpen: 3\n  lighthouse: false\n```';

const formsText =
  'A site with several forms can have each of them checked by itself, with its own light, alerts and settings. The key says where ' +
  'the form is: `form:/contact` is the form on that page; `form:/#callback` is the one that belongs to the anchor `callback`, ' +
  'even if it is in a dialog. Their settings are those of `form`, except for `page`. `form` itself still checks the main ' +
  'form, unless it is `false`.\n\n```yaml\nchecks:\n  form: false\n  form:/contact: { every: 4h }\n' +
  '  form:/#callback: { every: 1d, mode: submit }\n```';

const arrivalText =
  'A form can say thank you and send its messages nowhere, or into spam. With `arrivesIn`, Touchlight follows each test message that ' +
  '`form` really sends into a mailbox of the same file. The check is called `form-arrival` (for a named form, `form-arrival:/contact`). ' +
  'It runs every 5 minutes and reads the mailbox only while a message is on its way.\n\n' +
  '```yaml\ntouchpoints:\n  - id: website\n    kind: website\n    url: https://coffeelab.example\n    checks:\n' +
  '      form: { mode: submit, arrivesIn: inbox, within: 15m }\n  - id: inbox\n    kind: mailbox\n    page: info@coffeelab.example\n' +
  '    server: imap.coffeelab.example:993\n    secret: info-mailbox\n```\n\n' +
  'Green: it is in the inbox, or where a rule has put it, within `within`. Yellow: it came later, or it is in spam. Red: it is ' +
  'nowhere, and the mailbox was read after its time was over. Grey: not known, with the reason. While a message is on its way, the ' +
  'light is that of the one before. See [proof of arrival](platforms/mailbox.md#proof-of-arrival).';

function checkSection(id: string, node: Node): string[] {
  const common = ['every', 'devices', 'thresholds', ...Object.keys(policyShape)];
  const own = Object.keys(node.properties ?? {}).filter((key) => !common.includes(key));
  const objects = own.filter((key) => group(child(node, key)).properties !== undefined);
  const { description = '' } = child({ properties: { [id]: node } }, id);
  return [
    `### \`${id}\``,
    `${description} Runs every ${cell(child(node, 'every').default)} by default.`.trim(),
    ...(own.length === 0 ? [] : [table(node, (key) => own.includes(key))]),
    ...objects.flatMap((key) => [`Under \`${key}\`:`, table(group(child(node, key)))]),
    'Thresholds:',
    thresholds(child(node, 'thresholds')),
  ];
}

function thresholds({ properties = {} }: Node): string {
  const rows = Object.entries(properties).map(
    ([id, { description = '' }]) => `| ${code(id)} | ${escapeBars(description)} |`,
  );
  return ['| measurement | meaning |', '| --- | --- |', ...rows].join('\n');
}

function devicesOf(checks: readonly (readonly [string, Node])[]): Node {
  const perDevice = checks.filter(([, { properties }]) => properties?.['devices'] !== undefined);
  const devices = child(perDevice[0]?.[1], 'devices');
  const names = new Intl.ListFormat('en').format(perDevice.map(([name]) => name));
  return { ...devices, description: `${devices.description} (${names})` };
}
