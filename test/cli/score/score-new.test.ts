import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scorecardTemplateSchema } from '../../../shared/model/scorecard.ts';
import { aWorkplace, type Ended, type Workplace } from '../../support/touchlight.ts';

const own = `
scorecard: shop
version: 2
title: Our shop
language: ru
place: live-contact
validFor: 30d
sections:
  - { id: all, title: Всё, weight: 1, questions: [{ id: smile, ask: Улыбнулись?, type: yes-no }] }
`;
const faulty = own.replace('place: live-contact', 'place: moon').replace('yes-no', 'yes-or-no');

const commands = {
  ready: ['score', 'new', 'phone'],
  elsewhere: ['score', 'new', 'answers', '--language', 'ru', '--out', 'forms/answers.html', '--json'],
  own: ['score', 'new', './shop.yaml', '--json'],
  misspelt: ['score', 'new', 'phon'],
  languageOfOwn: ['score', 'new', 'shop.yaml', '--language', 'uk'],
  faulty: ['score', 'new', 'faulty.yaml'],
  absent: ['score', 'new', 'scorecards/none.yaml'],
};

let workplace: Workplace;
let ended: Record<keyof typeof commands, Ended>;
beforeAll(async () => {
  workplace = await aWorkplace();
  const touchpoints = 'touchpoints: [{ id: website, kind: website, url: "https://coffeelab.example" }]';
  await Promise.all([
    put('touchpoints.yaml', `business: B\ntimeZone: Europe/Kyiv\nlanguage: uk\n${touchpoints}\n`),
    put('shop.yaml', own),
    put('faulty.yaml', faulty),
  ]);
  const all = await workplace.inTurn({}, ...Object.values(commands));
  ended = Object.fromEntries(Object.keys(commands).map((name, index) => [name, all[index]])) as typeof ended;
});
afterAll(() => workplace?.remove());

const put = (file: string, text: string) => writeFile(path.join(workplace.folder, file), text);

/** The template that a form carries. */
async function carried(file: string) {
  const html = await readFile(path.join(workplace.folder, file), 'utf8');
  const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return z.object({ template: scorecardTemplateSchema }).parse(JSON.parse(data)).template;
}

describe('touchlight score new', () => {
  it('writes a ready scorecard in the language of touchpoints.yaml, and says what to do with it', async () => {
    expect(ended.ready).toMatchObject({ code: 0, stderr: '' });
    expect(ended.ready.stdout).toContain('Телефонна розмова: 12 questions, score-phone.html');
    expect(ended.ready.stdout).toContain('touchlight score import phone-*.json --touchpoint <id> --template phone');
    expect(await carried('score-phone.html')).toMatchObject({ scorecard: 'phone', language: 'uk', validForDays: 90 });
  });

  it('writes it in another language and to another place on request', async () => {
    expect(JSON.parse(ended.elsewhere.stdout)).toEqual({
      ...{
        version: 1,
        scorecard: 'answers',
        scorecardVersion: 1,
        language: 'ru',
        title: 'Качество ответа',
        questions: 11,
      },
      file: path.join(workplace.folder, 'forms/answers.html'),
    });
    expect((await carried('forms/answers.html')).title).toBe('Качество ответа');
  });

  it('writes the form of a file of your own, in the language of the file', async () => {
    expect(JSON.parse(ended.own.stdout)).toMatchObject({ scorecard: 'shop', scorecardVersion: 2, language: 'ru' });
    expect(await carried('score-shop.html')).toMatchObject({ validForDays: 30, title: 'Our shop' });
    expect(await readFile(path.join(workplace.folder, 'score-shop.html'), 'utf8')).toContain('<html lang="ru">');
  });

  it.each([
    ['misspelt', 'There is no ready scorecard "phon". Did you mean phone?'],
    ['languageOfOwn', 'for shop.yaml, write "language: uk" in the file.'],
    ['absent', 'scorecards/none.yaml: does not exist'],
  ] as const)('refuses what cannot be meant: %s', (name, sentence) => {
    expect(ended[name].code).toBe(2);
    expect(ended[name].stderr).toContain(sentence);
  });

  it('lists every fault of a template with its place', () => {
    expect(ended.faulty.code).toBe(2);
    expect(ended.faulty.stderr).toMatch(/faulty\.yaml:6:8 place: "moon"/);
    expect(ended.faulty.stderr).toMatch(/faulty\.yaml:9:\d+ sections\[0\]\.questions\[0\]\.type: "yes-or-no"/);
  });
});
