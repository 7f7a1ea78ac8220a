import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFaults } from '../../shared/config/read-configuration.ts';
import { parseScorecard, readScorecardFile } from '../../shared/config/read-scorecard.ts';

const folder = 'test/fixtures/scorecards/broken';
const card = `scorecard: phone-call
version: 2
title: Phone call
place: phone
sections:
  - id: opening
    title: Opening
    weight: 20
    questions:
      - { id: greeting, ask: "Greeted with company and name?", type: yes-no, weight: 2, critical: true }
`;

function faultsOf(file: string): string {
  const reading = readScorecardFile(file);
  if (reading.ok) throw new Error(`${file} is not broken.`);
  return `${formatFaults(reading.faults, reading.text).replaceAll(file, 'scorecards/phone.yaml')}\n`;
}

function read(text: string) {
  const reading = parseScorecard(text, 'phone.yaml');
  return reading.ok ? reading.template : formatFaults(reading.faults, reading.text).split('\n');
}

describe('a template that has faults', () => {
  it.each(readdirSync(folder))('names all of them, each with its place and what to write instead: %s', async (name) => {
    const golden = `../golden/scorecards/${path.basename(name, '.yaml')}.txt`;
    await expect(faultsOf(path.join(folder, name))).toMatchFileSnapshot(golden);
  });

  it('is told apart from a missing file, a folder and an empty file', () => {
    expect(faultsOf('test/fixtures/scorecards/nowhere.yaml')).toContain('does not exist; docs/scorecards.md');
    expect(faultsOf('test/fixtures/scorecards')).toContain('is a folder; give the path of the file in it');
    expect(read('# later\n')).toEqual([
      'phone.yaml: has no top-level keys; a template names scorecard, version, title, place and sections with questions',
    ]);
  });
});

describe('a template that is right', () => {
  it('has a default for all that it need not say', () => {
    expect(read(card)).toEqual({
      ...{ scorecard: 'phone-call', version: 2, title: 'Phone call', language: 'en', place: 'phone' },
      ...{ validForDays: 90, bounds: { green: 0.85, red: 0.6 }, comments: 'below-full' },
      sections: [
        {
          ...{ id: 'opening', title: 'Opening', weight: 20 },
          questions: [
            {
              ...{ id: 'greeting', ask: 'Greeted with company and name?', type: 'yes-no' },
              ...{ weight: 2, na: false, full: 'yes', critical: true },
            },
          ],
        },
      ],
    });
  });

  it('counts visits for as many days as it says', () => {
    expect(read(card.replace('place: phone', 'place: phone\nvalidFor: 30d'))).toMatchObject({ validForDays: 30 });
    expect(read(card.replace('place: phone', 'place: phone\nvalidFor: 12h'))).toEqual(
      expect.arrayContaining([expect.stringContaining('"12h" is below the limit of 1d; write 1d or more')]),
    );
  });

  it('asks in any language, with whatever signs its keyboard makes', () => {
    const uk = card.replace('Greeted with company and name?', 'Привіталися, назвавши «Кав’ярню» й\u00a0себе?');
    expect(read(uk)).toHaveProperty('sections.0.questions.0.ask', 'Привіталися, назвавши «Кав’ярню» й себе?');
  });
});
