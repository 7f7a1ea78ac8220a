import type { Frame } from 'playwright-core';
import { makeShadowTree, type ShadowTree } from '../walking/shadow-tree.ts';
import { type FieldReader, makeFieldReader } from './field-reader.ts';

/** One control of a form, as the page offers it. */
export interface FieldDraft {
  /** Finds it again in its frame: the value of its `data-touchlight` attribute. */
  readonly key: string;
  readonly name: string | null;
  /** `select`, `textarea`, the type of an input, or `choice`: a drop-down that a script has made. */
  readonly type: string;
  /** Everything the page says about it: label, placeholder, name, id, autocomplete; in lower case. */
  readonly words: string;
  /** What a visitor reads: label or placeholder. */
  readonly label: string;
  readonly autocomplete: string;
  readonly required: boolean;
  /** A visitor can see and fill it; what cannot be seen is no visitor's business (and may be a trap for robots). */
  readonly seen: boolean;
}

/** A form as it stands in the page, before anybody judges what it is for. */
export interface FormDraft {
  readonly key: string;
  readonly page: string;
  readonly seen: boolean;
  /** The action attribute as written; null when there is none. */
  readonly action: string | null;
  readonly actionUrl: string;
  readonly method: string;
  readonly target: string;
  readonly words: string;
  readonly heading: string;
  readonly submitText: string;
  readonly fields: readonly FieldDraft[];
  readonly captchaMarks: readonly string[];
  readonly language: string;
}

const selectors = {
  field: [
    'input:not([type="hidden"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]',
    '[role="combobox"], [aria-haspopup="listbox"], [role="checkbox"], [role="radio"], [role="switch"]',
  ].join(', '),
  button: 'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"], a.btn, a.button',
};

/** Which elements make up the forms of the page. */
interface FormFinder {
  forms(): Element[];
  fieldsOf(form: Element): Element[];
  submitTextOf(form: Element): string;
}

/** What the page says beside a field, and above a form. */
interface Captions {
  labelOf(field: Element): string;
  headingOf(form: Element): string;
}

interface Parts {
  readonly finder: FormFinder;
  readonly fields: FieldReader;
  readonly captions: Captions;
  readonly captchaMarks: (form: Element) => string[];
}

/** Every form of a page or frame with its fields, each marked so that it can be found again. */
export async function readForms(frame: Frame): Promise<FormDraft[]> {
  const tree = await frame.evaluateHandle(makeShadowTree);
  const [finder, fields, captions, captchaMarks] = await Promise.all([
    frame.evaluateHandle(makeFormFinder, { ...selectors, tree }),
    frame.evaluateHandle(makeFieldReader, tree),
    frame.evaluateHandle(makeCaptions, { field: selectors.field, tree }),
    frame.evaluateHandle(makeCaptchaFinder, tree),
  ]);
  return frame.evaluate(readEachForm, { finder, fields, captions, captchaMarks });
}

/** Runs in the page, with what the functions below have made there. */
function readEachForm({ finder, fields: { isSeen, readField }, captions, captchaMarks }: Parts): FormDraft[] {
  function readForm(form: Element, index: number): FormDraft {
    const key = `f${index}`;
    form.setAttribute('data-touchlight', key);
    const fields = finder.fieldsOf(form).map((field, at) => readField(field, `${key}-${at}`, captions.labelOf(field)));
    const action = form.getAttribute('action');
    const said = ['class', 'name', 'role', 'aria-label'].map((name) => form.getAttribute(name) ?? '');
    return {
      key,
      page: location.href,
      seen: isSeen(form) || fields.some((field) => field.seen),
      action,
      actionUrl: URL.parse(action ?? '', document.baseURI)?.href ?? location.href,
      method: (form.getAttribute('method') ?? 'get').toLowerCase(),
      target: form.getAttribute('target') ?? '',
      words: [form.id, ...said].join(' ').toLowerCase(),
      heading: captions.headingOf(form),
      submitText: finder.submitTextOf(form),
      fields,
      captchaMarks: captchaMarks(form),
      language: document.documentElement.lang,
    };
  }

  return finder
    .forms()
    .map(readForm)
    .filter(({ fields }) => fields.length > 0);
}

interface FinderNeeds {
  readonly field: string;
  readonly button: string;
  readonly tree: ShadowTree;
}

/** Runs in the page and brings all it needs. */
function makeFormFinder({ field: fieldSelector, button, tree }: FinderNeeds): FormFinder {
  const loosely = 'textarea, input[type="email"], input[type="tel"], input[type="text"], input:not([type])';

  /** An icon beside a field clears it or shows what is typed; what sends has a word to say so. */
  function canSend(element: Element): boolean {
    const said = `${element instanceof HTMLInputElement ? element.value : element.textContent}${element.getAttribute('aria-label') ?? ''}`;
    return element.matches('[type="submit"], [type="image"]') || /\p{L}{2}/u.test(said) || element.shadowRoot !== null;
  }

  function boxOf(field: Element): Element | null {
    let at = tree.parentOf(field);
    for (let up = 0; at !== null && at !== document.body && up < 10; up += 1) {
      if (tree.all(button, at).some(canSend)) return at;
      at = tree.parentOf(at);
    }
    return at === document.body && tree.all(button, at).some(canSend) ? at : null;
  }

  /** Fields outside any form that share a box with a button: a form to a visitor all the same. */
  function looseForms(): Element[] {
    const loose = tree.all(loosely).filter((field) => tree.closest(field, 'form') === null);
    const boxes = [...new Set(loose.map(boxOf).filter((box) => box !== null))];
    return boxes
      .filter((box) => box !== document.body || tree.find('textarea, input[type="email"]', box) !== null)
      .filter((box) => tree.find('form', box) === null)
      .filter((box) => !boxes.some((other) => other !== box && tree.holds(box, other)));
  }

  function fieldsOf(form: Element): Element[] {
    const elsewhere = form instanceof HTMLFormElement ? [...form.elements].filter((e) => !form.contains(e)) : [];
    const inside = tree.all(fieldSelector, form);
    return [...inside, ...elsewhere.filter((e) => e.matches(fieldSelector))]
      .filter((field) => !(field instanceof HTMLInputElement && /^(submit|button|image|reset)$/.test(field.type)))
      .filter((field) => !isOnlyDress(field, inside))
      .slice(0, 60);
  }

  /** What a script has put over a control that is read itself: the visible half of a drop-down or a check box. */
  function isOnlyDress(field: Element, all: readonly Element[]): boolean {
    if (field.matches('input, textarea, select')) return false;
    if (all.some((other) => other !== field && tree.holds(field, other))) return true;
    let at = field.parentElement;
    for (let up = 0; at !== null && up < 3 && !at.matches('form, fieldset'); up += 1) {
      const [native, ...others] = all.filter((other) => other !== field && at?.contains(other) === true);
      if (others.length > 0) return false;
      if (native?.matches('select, input[type="checkbox"], input[type="radio"]')) return true;
      at = at.parentElement;
    }
    return false;
  }

  function submitTextOf(form: Element): string {
    const buttons = tree.all(button, form);
    const submit =
      buttons.find((b) => b.matches('[type="submit"], [type="image"]')) ??
      buttons.findLast((b) => b.matches('button:not([type])')) ??
      buttons.at(-1);
    const text =
      submit instanceof HTMLInputElement
        ? submit.value
        : (submit?.textContent ?? submit?.getAttribute('aria-label') ?? '');
    return text.replace(/\s+/g, ' ').trim().slice(0, 80);
  }

  return { forms: () => [...tree.all('form'), ...looseForms()].slice(0, 20), fieldsOf, submitTextOf };
}

interface CaptionNeeds {
  readonly field: string;
  readonly tree: ShadowTree;
}

/** Runs in the page and brings all it needs. */
function makeCaptions({ field: fieldSelector, tree }: CaptionNeeds): Captions {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

  /** The custom element that a field is the inside of. */
  function hostOf(field: Element): Element | null {
    const root = field.getRootNode();
    return root instanceof ShadowRoot && root.querySelectorAll(fieldSelector).length === 1 ? root.host : null;
  }

  /** What stands before it on its own line. */
  function wordsBefore(field: Element): string {
    let words = '';
    for (let node = field.previousSibling; node !== null && oneLine(words) === ''; node = node.previousSibling) {
      if (node instanceof Element && (node.matches(fieldSelector) || node.querySelector(fieldSelector) !== null)) break;
      if (node instanceof Text || node instanceof HTMLElement) words = node.textContent ?? '';
    }
    return oneLine(words).slice(0, 80);
  }

  function labelOf(field: Element): string {
    const labels = 'labels' in field && field.labels instanceof NodeList ? [...field.labels] : [];
    const root = field.getRootNode();
    const by = (field.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) =>
        id === '' || !(root instanceof Document || root instanceof ShadowRoot) ? null : root.getElementById(id),
      );
    const said = oneLine([...labels, ...by].map((node) => node?.textContent ?? '').join(' '));
    const names = ['aria-label', 'placeholder', 'title'];
    const alone = names.map((name) => field.getAttribute(name)).find((words) => words !== null) ?? '';
    if (said !== '' || alone !== '') return said === '' ? alone : said;
    const host = hostOf(field);
    if (host !== null) {
      const told = [...names, 'label', 'data-label'].map((name) => host.getAttribute(name)).find((words) => words);
      return told ?? labelOf(host);
    }
    const own = wordsBefore(field);
    if (own !== '') return own;
    const before = field.previousElementSibling ?? field.parentElement?.previousElementSibling;
    const words = before?.querySelector(fieldSelector) === null ? (before.textContent ?? '') : '';
    return words.trim().slice(0, 80);
  }

  /** The nearest heading: in the form, or in one of the boxes around it. */
  function headingOf(form: Element): string {
    for (let at: Element | null = form, up = 0; at !== null && up < 4; at = tree.parentOf(at), up += 1) {
      const heading = [...at.querySelectorAll('h1, h2, h3, h4, legend')].find(
        (h) => up === 0 || h.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      if (heading !== undefined) return (heading.textContent ?? '').trim().slice(0, 120);
      if (at === document.body) break;
    }
    return '';
  }

  return { labelOf, headingOf };
}

/** Runs in the page and brings all it needs. */
function makeCaptchaFinder(tree: ShadowTree): (form: Element) => string[] {
  const marked =
    '[class*="captcha" i], [class*="turnstile" i], iframe[src], script[src], [data-sitekey], input[name*="captcha" i], img[src*="captcha" i]';

  function captchaMarks(form: Element): string[] {
    const inside = tree.all(marked, form);
    const near = [...(form.parentElement?.querySelectorAll('[data-sitekey]') ?? [])];
    const scripts = [...document.querySelectorAll('script[src]')].filter((s) =>
      /captcha|turnstile/i.test(s.getAttribute('src') ?? ''),
    );
    const names = ['class', 'src', 'name', 'data-sitekey'];
    return [...inside, ...near, ...scripts].map((element) =>
      [element.localName, ...names.map((name) => element.getAttribute(name) ?? '')].join(' ').slice(0, 300),
    );
  }

  return captchaMarks;
}
