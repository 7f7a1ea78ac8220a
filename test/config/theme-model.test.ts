import { describe, expect, it } from 'vitest';
import { deploymentNotes } from '../../shared/config/deployment-notes.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, read, today } from './reading.ts';

const price = 'pricePerMillion: { input: 0.06, output: 0.24 }';
const nova = `model: bedrock/amazon.nova-lite-v1:0, region: eu-north-1, ${price}`;

function file(themes: string): string {
  return `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: google, kind: google-reviews, page: accounts/1/locations/2, secret: google }
  - { id: mailbox, kind: mailbox, page: info@coffeelab.example, server: "imap.example.com:993", secret: mail }
  - { id: nps, kind: survey }
${themes}`;
}
const faultsOf = (themes: string): string =>
  message(parseConfiguration(file(`themes: { ${themes} }`), 'touchpoints.yaml', today));
const settingsIn = (themes: string) =>
  read(file(themes)).touchpoints.map(({ id, checks }) => [id, checks.map(({ options }) => options['themes'])]);

describe('themes in touchpoints.yaml', () => {
  it('without them, no check knows of a model', () => {
    expect(settingsIn('').flatMap(([, options]) => options)).toEqual(expect.not.arrayContaining([expect.anything()]));
    expect(deploymentNotes(read(file(''))).join('\n')).not.toContain('Bedrock');
  });

  it('reach the checks of places where customers write in public, and no others', () => {
    const settings = {
      ...{ model: 'amazon.nova-lite-v1:0', region: 'eu-north-1', atMostUsdAMonth: 1 },
      pricePerMillion: { input: 0.06, output: 0.24 },
    };
    const found = new Map(settingsIn(`themes: { ${nova} }`).map(([id, options]) => [id, options]));
    expect(found.get('google')).toEqual([settings]);
    expect(found.get('mailbox')).toEqual([undefined]);
    expect(found.get('nps')).toEqual([undefined]);
  });

  it('say what leaves, for where, and what it may cost', () => {
    expect(deploymentNotes(read(file(`themes: { ${nova}, atMostUsdAMonth: 2 }`)))[1]).toBe(
      `Texts of reviews, comments and mentions leave for Amazon Bedrock in eu-north-1, where amazon.nova-lite-v1:0 reads them for themes.
They are sent without links, addresses, @names, long numbers and the name of their author. Private messages, mails and surveys are not sent.
At most $2 a month is spent, counted at $0.06 and $0.24 for a million tokens in and out (themes: pricePerMillion). What is beyond that is read by the lexicon.`,
    );
    const by = (id: string): string =>
      deploymentNotes(read(file(`themes: { ${nova.replace('amazon.', `${id}.amazon.`)} }`))).join('\n');
    expect(by('eu')).toContain('in other regions of "eu"');
    expect(by('global')).toContain('in any region of the world');
  });

  it.each([
    [`region: eu-north-1, ${price}`, 'themes.model: is missing'],
    [nova.replace(price, 'atMostUsdAMonth: 1'), 'themes.pricePerMillion: is missing'],
    [nova.replace('region: eu-north-1, ', ''), 'themes.region: is missing'],
    [nova.replace('bedrock/', ''), 'did you mean "bedrock/amazon.nova-lite-v1:0"?'],
    [nova.replace('bedrock/amazon.nova-lite-v1:0', 'gpt-5'), 'is not a model on Amazon Bedrock'],
    [nova.replace('amazon.nova', 'arn:aws:bedrock:eu-north-1::foundation-model/amazon.nova'), 'write only the id'],
    [nova.replace('amazon.nova-lite-v1:0', 'nova'), 'has no id of a model after bedrock/'],
    [nova.replace('eu-north-1', 'Frankfurt'), 'is not an AWS region'],
    [`${nova}, atMostUsdAMonth: 0`, 'limit of 0.1; write a number from 0.1 to 1000'],
    [`${nova}, atMostUsdAMonth: 5000`, 'limit of 1000'],
    [nova.replace('0.06', '-1'), 'limit of 0.001'],
    // Nothing would ever count against the cap.
    [nova.replace('0.06', '0').replace('0.24', '0'), 'themes.pricePerMillion.input: 0 is below the limit of 0.001'],
    [nova.replace('0.24', '0'), 'themes.pricePerMillion.output: 0 is below the limit of 0.001'],
    [nova.replace('0.06', 'free'), 'number'],
    [nova.replace(', output: 0.24', ''), 'themes.pricePerMillion.output: is missing'],
    [`${nova}, atMost: 2`, 'atMostUsdAMonth'],
  ])('with a fault say what and what to write: %s', (themes, sentence) => {
    expect(faultsOf(themes)).toContain(sentence);
  });

  it('are doubted where the inference profile belongs to another part of the world than the region', () => {
    const notesOf = (id: string, region: string): readonly string[] => {
      const themes = `themes: { ${nova.replace('amazon.', `${id}.amazon.`).replace('eu-north-1', region)} }`;
      const reading = parseConfiguration(file(themes), 'touchpoints.yaml', today);
      return reading.ok ? reading.notes.filter((note) => note.startsWith('themes')) : ['faulty'];
    };
    expect(notesOf('us', 'eu-north-1')).toEqual([
      `themes: the inference profile us.amazon.nova-lite-v1:0 is for regions of "us", and eu-north-1 is not one of them, so Bedrock would refuse to answer. Copy the id from Bedrock's list in eu-north-1, or name another region.`,
    ]);
    expect(notesOf('apac', 'us-east-1')).toHaveLength(1);
    for (const [id, region] of [
      ['eu', 'eu-central-1'],
      ['us', 'ca-central-1'],
      ['global', 'eu-north-1'],
      ['jp', 'ap-northeast-1'],
    ] as const)
      expect(notesOf(id, region), id).toEqual([]);
  });

  it('where nobody writes in public, say that there is nothing to read', () => {
    const only = `business: A\ntimeZone: UTC\ntouchpoints:\n  - { id: nps, kind: survey }\nthemes: { ${nova} }\n`;
    const reading = parseConfiguration(only, 'touchpoints.yaml', today);
    expect(reading.ok && reading.notes).toEqual([
      'themes: no touchpoint of this file is a place where customers write in public, so the model reads nothing. Add a social page or a review site, or remove themes.',
    ]);
  });
});
