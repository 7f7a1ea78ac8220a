import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { renderForm } from '../../../cli/score/form/render-form.ts';
import { readTemplate } from '../../../cli/score/read-template.ts';
import type { LaunchedBrowser } from '../../../shared/browser/launch.ts';
import type { ReadyScorecard } from '../../../shared/config/scorecards/ready-scorecards.ts';
import type { Language } from '../../../shared/model/language.ts';
import { type ScorecardTemplate, scoredVisitSchema } from '../../../shared/model/scorecard.ts';

import { aSharedBrowser, type SharedBrowser } from '../../support/shared-browser.ts';

type Tab = Awaited<ReturnType<LaunchedBrowser['context']['newPage']>>;

/** A phone in a cellar: a narrow touch screen and no connection. */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, offline: true } as const;

/** Opens the form as the file that it is. */
async function openForm(tab: Tab, folder: string, template: ScorecardTemplate): Promise<void> {
  const file = path.join(folder, `${template.scorecard}.${template.language}.html`);
  await writeFile(file, renderForm(template));
  await tab.goto(pathToFileURL(file).href);
}

/** What a person's fingers do, counted. */
class Fingers {
  taps = 0;
  characters = 0;
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  async choose(question: string, answer: string): Promise<void> {
    this.taps += 1;
    // The button that is seen, as a finger finds it.
    await this.#tab
      .locator(`#q-${question} .pick`)
      .filter({ has: this.#tab.getByText(answer, { exact: true }) })
      .tap();
  }

  async press(button: string): Promise<void> {
    this.taps += 1;
    await this.#tab.locator(button).tap();
  }

  async type(field: string, text: string): Promise<void> {
    this.taps += 1;
    this.characters += text.length;
    await this.#tab.locator(field).tap();
    await this.#tab.locator(':focus').pressSequentially(text);
  }
}

/** The file that a press hands over. */
export async function saved(tab: Tab, press: () => Promise<void>) {
  const [download] = await Promise.all([tab.waitForEvent('download'), press()]);
  const content = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), content, visit: scoredVisitSchema.parse(JSON.parse(content)) };
}

export async function violations(tab: Tab): Promise<string[]> {
  await tab.evaluate(axe.source);
  return tab.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
}

export function ready(name: ReadyScorecard, language: Language): ScorecardTemplate {
  return readTemplate(name, language);
}

/** A phone for each test of a file, in one browser. After each, it must have asked nobody for anything and complained of nothing. */
export function aPhoneForEachTest() {
  let folder: string;
  let shared: SharedBrowser;
  let browser: LaunchedBrowser;
  let tab: Tab;
  let fingers: Fingers;
  let faults: string[];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'touchlight-form-'));
    shared = await aSharedBrowser();
  });
  afterAll(async () => {
    await shared?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    browser = await shared.launch({ context: phone });
    tab = await browser.context.newPage();
    fingers = new Fingers(tab);
    faults = [];
    tab.on('pageerror', ({ message }) => faults.push(message));
    tab.on('console', (message) => faults.push(message.text()));
    tab.on('request', (request) => {
      if (!/^(file|blob):/.test(request.url())) faults.push(request.url());
    });
  });
  afterEach(async () => {
    await browser.close();
    expect(faults).toEqual([]);
  });
  return {
    tab: () => tab,
    fingers: () => fingers,
    open: (template: ScorecardTemplate, inTab = tab) => openForm(inTab, folder, template),
    launch: (options: object) => shared.launch({ context: { ...phone, ...options } }),
  };
}
