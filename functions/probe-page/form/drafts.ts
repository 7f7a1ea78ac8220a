import type { Frame } from 'playwright-core';
import { treeKit } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';
import { makeGroupReader } from './box-groups.ts';
import {
  type HeadingReader,
  type LabelReader,
  makeBesideReader,
  makeCaptionText,
  makeHeadingReader,
  makeLabelReader,
} from './captions.ts';
import { makeChatFieldTest } from './chat-fields.ts';
import { type FieldReader, makeCutReader, makeFieldReader, makeSight } from './field-reader.ts';
import type { FormDraft } from './form-draft.ts';
import { type FormFinder, makeFormFinder, makeLooseForms } from './form-finder.ts';

const selectors = {
  fieldSelector: [
    'input:not([type="hidden"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]',
    '[role="combobox"], [aria-haspopup="listbox"], [role="checkbox"], [role="radio"], [role="switch"]',
  ].join(', '),
  button: 'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"], a.btn, a.button',
};

interface Parts {
  readonly finder: FormFinder;
  readonly fields: FieldReader;
  readonly labelOf: LabelReader;
  readonly headingOf: HeadingReader;
  readonly captchaMarks: (form: Element) => string[];
  readonly anchorsOf: (form: Element) => string[];
}

const formKit = treeKit
  .holding(selectors)
  .with('captionText', makeCaptionText)
  .with('beside', makeBesideReader)
  .with('isInChat', makeChatFieldTest)
  .with('looseForms', makeLooseForms)
  .with('isCutAway', makeCutReader)
  .with('labelOf', makeLabelReader)
  .with('headingOf', makeHeadingReader)
  .with('captchaMarks', makeCaptchaFinder)
  .with('anchorsOf', makeAnchorReader)
  .with('sight', makeSight)
  .with('groupOf', makeGroupReader)
  .with('finder', makeFormFinder)
  .with('fields', makeFieldReader);

/** Every form of a page or frame with its fields, each marked so that it can be found again. */
export function readForms(frame: Frame): Promise<FormDraft[]> {
  return formKit.evaluate(frame, readEachForm, {});
}

/** Runs in the page. */
function readEachForm({ finder, fields: { isSeen, readField }, ...read }: Parts): FormDraft[] {
  const { labelOf, headingOf, captchaMarks, anchorsOf } = read;

  function readForm(form: Element, index: number): FormDraft {
    const key = `f${index}`;
    form.setAttribute('data-touchlight', key);
    const fields = finder.fieldsOf(form).map((field, at) => readField(field, `${key}-${at}`, labelOf(field)));
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
      anchors: anchorsOf(form),
      heading: headingOf(form),
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

/** Runs in the page and brings all it needs. */
function makeCaptchaFinder({ tree }: { readonly tree: ShadowTree }): (form: Element) => string[] {
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

/** Runs in the page and brings all it needs. */
function makeAnchorReader({ tree }: { readonly tree: ShadowTree }): (form: Element) => string[] {
  const mostBefore = 2;
  const mostInside = 40;

  function namesOf(element: Element): string[] {
    return [element.id, element.localName === 'a' ? (element.getAttribute('name') ?? '') : ''];
  }

  /** An anchor or a heading, and no form of its own. */
  function before(element: Element): string[] {
    const names: string[] = [];
    let at = element.previousElementSibling;
    for (let n = 0; at !== null && n < mostBefore; n += 1) {
      if (at.localName === 'form' || tree.find('form, textarea', at) !== null) break;
      names.push(...namesOf(at), ...tree.all('a[name], a[id], [id]:is(h1, h2, h3, h4)', at).flatMap(namesOf));
      at = at.previousElementSibling;
    }
    return names;
  }

  function anchorsOf(form: Element): string[] {
    const names: string[] = [];
    for (let at: Element | null = form; at !== null && at !== document.body; at = tree.parentOf(at)) {
      names.push(...namesOf(at), ...before(at));
    }
    names.push(...tree.all('[id]', form).slice(0, mostInside).flatMap(namesOf));
    return [...new Set(names)].filter((name) => name !== '');
  }

  return anchorsOf;
}
