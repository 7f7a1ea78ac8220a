import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoBusiness, type DemoBusiness } from '../../examples/demo-business/demo-business.ts';
import { cruxKey, cruxStub } from '../../examples/social-stubs/crux.ts';
import { type Stub, serveStub } from '../../examples/social-stubs/stub-server.ts';
import { parseAgency } from '../../shared/config/fleet/agency-file.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';
import { type Proof, proofs } from './command-proofs.ts';
import { type Block, blocks, documents, read, repository } from './markdown.ts';

const all = documents().flatMap(blocks);

interface Line {
  readonly place: string;
  readonly command: string;
}

/** The commands of a block: a line each, unless a backslash joins two; comments are for the reader. */
function commandsOf({ file, line, text }: Block): Line[] {
  return text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((each, index) => ({ place: `${file}:${line + 1 + index}`, command: each.replace(/(^|\s)#.*$/, '').trim() }))
    .filter(({ command }) => command !== '');
}

const lines = all.filter(({ language }) => language === 'sh').flatMap(commandsOf);
const proofOf = ({ command }: Line): Proof | undefined => proofs.find((proof) => proof.command.test(command));

describe('the blocks of the docs', () => {
  it('are of kinds that are tested, or drawings without a command in them', () => {
    const strange = all.filter(({ language, text }) => {
      if (['sh', 'yaml', 'ts', 'json', 'csv'].includes(language)) return false;
      return language !== '' || /^\s*(\$ |(npx|npm|aws|curl|touchlight) )/m.test(text);
    });
    expect(strange.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  it('hold no command that is not proven', () => {
    const unproven = lines.filter((line) => proofOf(line) === undefined);
    expect(
      unproven.map(({ place, command }) => `${place} ${command}`),
      'say in test/docs/command-proofs.ts how it is proven',
    ).toEqual([]);
  });

  it('are proven by tests that are there, and no proof is left over', () => {
    for (const proof of proofs) {
      expect(
        lines.some((line) => proof.command.test(line.command)),
        `nobody writes ${proof.command} any more`,
      ).toBe(true);
      if (proof.how !== 'elsewhere') continue;
      expect(existsSync(path.join(repository, proof.file)), proof.file).toBe(true);
      expect(read(proof.file), proof.file).toContain(proof.words);
    }
  });
});

describe('commands of the docs, tried one after the other', () => {
  let workplace: Workplace;
  let business: DemoBusiness;
  let crux: Stub;
  beforeAll(async () => {
    const fast = { PHONE: { lcp: 1_900 }, DESKTOP: { lcp: 900 } };
    const google = cruxStub({ '*': fast }, Date.now);
    [workplace, business, crux] = await Promise.all([aWorkplace(), createDemoBusiness(), serveStub(google)]);
    const fieldSpeed = `{ secret: crux-key, api: "${crux.url}" }`;
    const checks = `checks: ${onlyChecks({ availability: '{}', 'field-speed': fieldSpeed, 'same-facts': '{}' })}`;
    await writeFile(
      path.join(workplace.folder, 'touchpoints.yaml'),
      `business: B\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "${business.url}", ${checks} }]\n`,
    );
  });
  afterAll(() => Promise.all([workplace.remove(), business.close(), crux.close()]));

  const here = [...new Set(lines.filter((line) => proofOf(line)?.how === 'here').map(({ command }) => command))];
  it(here.join(', '), async () => {
    const ended = await workplace.inTurn({ TOUCHLIGHT_SECRET_CRUX_KEY: cruxKey }, ...here.map(argumentsOf));
    for (const [index, { code, stderr }] of ended.entries()) {
      expect(stderr, here[index]).not.toMatch(/error:|fault of Touchlight/);
      expect(code, `${here[index]}: ${stderr}`).toBe(0);
    }
    expect(ended.length).toBeGreaterThan(0);
  });
});

/** Of a command that begins as the docs' commands do. */
function argumentsOf(command: string): string[] {
  const [npx, touchlight, ...args] = wordsOf(command);
  expect([npx, touchlight]).toEqual(['npx', 'touchlight']);
  return args;
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** Configurations of build servers, which test/cli/audit/action.test.ts reads. */
const ofBuildServers = /^(on|audit):/;
/** Files of agencies. */
const ofAgencies = /^agency:/;
/** A template, which test/docs/scorecards.test.ts reads. */
const ofScorecards = /^scorecard:/;

it('an agency.yaml in the docs is valid', () => {
  const texts = all.filter(({ language, text }) => language === 'yaml' && ofAgencies.test(text));
  expect(texts.map(({ text }) => parseAgency(text, 'agency.yaml').ok)).toEqual([true]);
});

describe('a piece of touchpoints.yaml in the docs', () => {
  const website = 'id: website\n    kind: website\n    url: https://coffeelab.example\n';
  const smallest = `touchpoints:\n  - ${website}`;
  const business = 'business: Coffee Lab\ntimeZone: Europe/Kyiv\n';
  const indented = (text: string, by: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

  /** The piece in its place in a whole file. */
  function wholeFile(text: string): string {
    if (/^business:/m.test(text)) return text;
    if (/^touchpoints:/m.test(text)) return business + text;
    if (/^checks:/m.test(text)) return business + smallest + indented(text, 4);
    if (/^- /m.test(text)) return `${business}touchpoints:\n${indented(text, 2)}`;
    return business + text + (text.endsWith('\n') ? '' : '\n') + smallest;
  }

  it.each(
    all
      .filter(
        ({ language, text }) =>
          language === 'yaml' && !ofBuildServers.test(text) && !ofScorecards.test(text) && !ofAgencies.test(text),
      )
      .map((block) => [`${block.file}:${block.line}`, block.text] as const),
  )('%s is valid', (_, text) => {
    const reading = parseConfiguration(wholeFile(text), 'touchpoints.yaml', '2026-11-22');
    expect(reading.ok ? [] : reading.faults.map(({ message, path: at }) => `${at} ${message}`)).toEqual([]);
  });
});
