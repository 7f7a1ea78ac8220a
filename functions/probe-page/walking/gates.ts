import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { intoPage } from '../lexicon/into-page.ts';
import { type GateFields, makeGateFields } from './gate-fields.ts';
import { type Layers, layerKit } from './layers.ts';
import { type PressingParts, press } from './press.ts';
import type { Aim, Patterns } from './pressables.ts';

/** A site may ask for a language and then for an age. */
const mostGates = 2;

const words = {
  affirm: intoPage(patterns.affirm),
  decline: intoPage(patterns.decline),
  ageGate: intoPage(patterns.ageGate),
  chooseLanguage: intoPage(patterns.chooseLanguage),
  languageName: intoPage(patterns.languageName),
  enterSite: intoPage(patterns.enterSite),
  accept: intoPage(patterns.accept),
};

export interface GatesPassed {
  readonly passed: number;
  /** A gate stands there still. */
  readonly isShut: boolean;
}

/**
 * Takes the step that stands before a page: says yes to the question for an age, chooses a language, enters from an opening
 * screen. It never says no, and never leaves the site.
 */
export async function passGates(visit: Visit, signal: AbortSignal): Promise<GatesPassed> {
  const { page } = visit;
  const isShut = (): Promise<boolean> => layerKit.evaluate(page, isAtGate, words);
  for (let passed = 0; passed < mostGates; passed += 1) {
    if (!(await withinDeadline(isShut(), signal))) return { passed, isShut: false };
    const parts = Promise.all([
      layerKit.evaluateHandle(page, ({ layers }) => layers),
      page.evaluateHandle(makeGateFields),
    ]);
    const [layers, fillIn] = await withinDeadline(parts, signal);
    if ((await press(visit, findWayIn, { layers, fillIn, ...words }, signal)) === null) return { passed, isShut: true };
  }
  return { passed: mostGates, isShut: await withinDeadline(isShut(), signal) };
}

interface GateOrder extends Patterns<keyof typeof words> {
  readonly layers: Layers;
}

/** Runs in the page: the element that asks before it lets a visitor in; the whole page may. */
function isAtGate(order: GateOrder): boolean {
  const read = (name: keyof typeof words): RegExp => new RegExp(order[name].source, order[name].flags);
  if (order.layers.all().some(({ kind }) => kind === 'gate')) return true;
  const text = (document.body?.innerText ?? '').trim();
  if (text.length > 400 || document.querySelector('a[href^="tel:"], a[href^="mailto:"], textarea') !== null)
    return false;
  const ways = [...document.querySelectorAll<HTMLElement>('a, button, [role="button"], [onclick]')].filter((e) =>
    e.checkVisibility({ visibilityProperty: true }),
  );
  if (ways.length === 0 || ways.length > 20) return false;
  const labels = ways.map((way) => way.innerText.trim());
  if (labels.filter((label) => read('languageName').test(label)).length >= Math.max(2, ways.length * 0.6)) return true;
  if (order.layers.isGate(text) && ways.length <= 8) return true;
  return ways.length <= 2 && labels.some((label) => label.length < 40 && read('enterSite').test(label));
}

/** Runs in the page. */
function findWayIn(order: GateOrder & PressingParts & { fillIn: GateFields }): Aim | null {
  const { layers, pressables, tree, fillIn } = order;
  const says = (name: keyof typeof words, text: string): boolean =>
    new RegExp(order[name].source, order[name].flags).test(text);
  const gate = layers.all().find(({ kind }) => kind === 'gate')?.element ?? document.body;
  fillIn(tree.all('input, select', gate));
  const staysHere = (link: Element): boolean => {
    const href = link.closest('a')?.getAttribute('href') ?? '#';
    return /^(#|javascript:)/i.test(href) || URL.parse(href, document.baseURI)?.host === location.host;
  };
  const marked = 'button, [role="button"], input[type="button"], input[type="submit"], a, [onclick]';
  const isWay = (element: Element): element is HTMLElement =>
    element instanceof HTMLElement &&
    pressables.isShown(element) &&
    pressables.isUnpressed(element) &&
    staysHere(element) &&
    (element.matches(marked) || getComputedStyle(element).cursor === 'pointer');
  const ways = tree
    .all(`${marked}, label, li, div, span`, gate)
    .filter(isWay)
    .map((element) => ({ element, label: layers.labelOf(element).replace(/\s+/g, ' ').trim() }))
    .filter(({ label }) => label !== '' && label.length < 60 && !says('decline', label));
  const saying = (name: keyof typeof words) => ways.find(({ label }) => says(name, label));
  const languages = ways.filter(({ label }) => says('languageName', label));
  const isChoice = says('chooseLanguage', gate.innerText) || languages.length >= 2;
  const own = document.documentElement.lang.slice(0, 2).toLowerCase();
  const inLanguage = (code: string) =>
    languages.find(({ element, label }) =>
      [label, element.getAttribute('hreflang') ?? element.lang].some((said) => said.toLowerCase().startsWith(code)),
    );
  const language = (own === '' ? undefined : inLanguage(own)) ?? inLanguage('en') ?? languages[0];
  const yes = saying('ageGate') ?? saying('affirm');
  const way = yes ?? (isChoice ? language : undefined) ?? saying('enterSite') ?? saying('accept');
  const chosen = way ?? (isChoice ? ways[0] : undefined);
  return chosen === undefined ? null : pressables.aimAt(chosen.element);
}
