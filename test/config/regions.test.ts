import { describe, expect, it } from 'vitest';
import { deploymentNotes } from '../../shared/config/deployment-notes.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, read, smallest, today } from './reading.ts';

const faultsOf = (regions: string): string =>
  message(parseConfiguration(`${smallest}regions: ${regions}\n`, 'touchpoints.yaml', today));

function notesOf(text: string): readonly string[] {
  const reading = parseConfiguration(text, 'touchpoints.yaml', today);
  return reading.ok ? reading.notes : [];
}

describe('regions in touchpoints.yaml', () => {
  it('are asked about availability, contacts and forms that are rehearsed, and about no speed', () => {
    const forms = '    checks: { "form:/order": {} }\nregions: [eu-west-1, eu-north-1]\n';
    const [website] = read(`${smallest}${forms}`).touchpoints;
    const asked = website?.checks.flatMap(({ id, regions }) => (regions === undefined ? [] : [[id, regions]]));
    const both = ['eu-west-1', 'eu-north-1'];
    expect(asked).toEqual([
      ['website/availability', both],
      ['website/contacts@mobile', both],
      ['website/contacts@desktop', both],
      ['website/form', both],
      ['website/form:/order', both],
    ]);
  });

  it('never send a form', () => {
    const [website] = read(`${smallest}    checks: { form: { mode: submit } }\nregions: [eu-west-1]\n`).touchpoints;
    expect(website?.checks.find(({ probe }) => probe === 'form')?.regions).toBeUndefined();
  });

  it('are nobody’s where the file names none', () => {
    const { regions, touchpoints } = read(smallest);
    expect(regions).toEqual([]);
    expect(touchpoints.flatMap(({ checks }) => checks.flatMap((check) => check.regions ?? []))).toEqual([]);
  });

  it.each([
    ['[eu-norht-1]', 'regions[0]: "eu-norht-1" is not an AWS region that a stack can have; did you mean "eu-north-1"?'],
    ['[Stockholm]', 'regions[0]: "Stockholm" is not an AWS region that a stack can have; write one such as eu-north-1'],
    ['[cn-north-1]', 'regions[0]: "cn-north-1" is not an AWS region'],
    ['[eu-west-1, eu-north-1, eu-west-1]', 'regions[2]: "eu-west-1" is listed already; leave it out'],
    ['eu-west-1', 'regions: '],
    ['[eu-west-1, eu-west-2, eu-west-3, eu-north-1, us-east-1]', 'regions: '],
  ])('%s is a fault', (regions, sentence) => {
    expect(faultsOf(regions)).toContain(sentence);
  });

  it('are only asked in AWS, and only about websites', () => {
    expect(notesOf(`${smallest}regions: [eu-west-1]\n`)).toEqual([
      'regions: what fails is checked again from eu-west-1 in AWS only. On this machine, it is checked from here alone.',
    ]);
    const survey = 'business: A\ntimeZone: UTC\nregions: [eu-west-1]\ntouchpoints: [{ id: nps, kind: survey }]\n';
    expect(notesOf(survey)).toEqual([
      'regions: only websites are checked from other regions, and the file has none. Leave it out.',
    ]);
  });

  it('need a bootstrap each, and a deployment of all stacks', () => {
    expect(deploymentNotes(read(`${smallest}regions: [eu-west-1, eu-north-1]\n`))).toEqual([
      `What fails is also checked from eu-west-1, eu-north-1. Each region needs "cdk bootstrap" once, and each has a stack of its own:
  npx cdk bootstrap aws://ACCOUNT/eu-west-1
  npx cdk bootstrap aws://ACCOUNT/eu-north-1
  npx cdk deploy --all`,
    ]);
    expect(deploymentNotes(read(smallest))).toEqual([]);
  });
});
