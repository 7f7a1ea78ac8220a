import type { Frame } from 'playwright-core';

/** One control of a form, as the page offers it. */
export interface FieldDraft {
  /** Finds it again in its frame: the value of its `data-touchlight` attribute. */
  readonly key: string;
  readonly name: string | null;
  /** `select`, `textarea` or the type of an input. */
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
  field: 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]',
  button: 'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"], a.btn, a.button',
};

/** Which elements make up the forms of the page. */
interface FormFinder {
  forms(): Element[];
  fieldsOf(form: Element): Element[];
  submitTextOf(form: Element): string;
}

interface FieldReader {
  isSeen(element: Element): boolean;
  /** Marks the field, too. */
  readField(field: Element, key: string, said: string): FieldDraft;
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
  const [finder, fields, captions, captchaMarks] = await Promise.all([
    frame.evaluateHandle(makeFormFinder, selectors),
    frame.evaluateHandle(makeFieldReader),
    frame.evaluateHandle(makeCaptions, selectors.field),
    frame.evaluateHandle(makeCaptchaFinder),
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

/** Runs in the page and brings all it needs. */
function makeFormFinder(selector: { readonly field: string; readonly button: string }): FormFinder {
  /** Fields outside any form that share a box with a button: a form to a visitor all the same. */
  function looseForms(): Element[] {
    const loose = [
      ...document.querySelectorAll('textarea, input[type="email"], input[type="tel"], input[type="text"]'),
    ].filter((field) => field.closest('form') === null);
    const boxes = loose.map((field) => {
      let at = field.parentElement;
      for (let up = 0; at !== null && at !== document.body && up < 6; up += 1) {
        if (at.querySelector(selector.button) !== null) return at;
        at = at.parentElement;
      }
      return null;
    });
    return [...new Set(boxes.filter((box) => box !== null))].filter((box) => box.querySelector('form') === null);
  }

  function fieldsOf(form: Element): Element[] {
    const elsewhere = form instanceof HTMLFormElement ? [...form.elements].filter((e) => !form.contains(e)) : [];
    return [...form.querySelectorAll(selector.field), ...elsewhere.filter((e) => e.matches(selector.field))]
      .filter((field) => !(field instanceof HTMLInputElement && /^(submit|button|image|reset)$/.test(field.type)))
      .slice(0, 60);
  }

  function submitTextOf(form: Element): string {
    const buttons = [...form.querySelectorAll(selector.button)];
    const submit =
      buttons.find((b) => b.matches('[type="submit"], button:not([type]), [type="image"]')) ?? buttons.at(-1);
    const text =
      submit instanceof HTMLInputElement
        ? submit.value
        : (submit?.textContent ?? submit?.getAttribute('aria-label') ?? '');
    return text.replace(/\s+/g, ' ').trim().slice(0, 80);
  }

  return { forms: () => [...document.forms, ...looseForms()].slice(0, 20), fieldsOf, submitTextOf };
}

/** Runs in the page and brings all it needs. */
function makeFieldReader(): FieldReader {
  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height, right, bottom } = element.getBoundingClientRect();
    const outside = right + scrollX <= 0 || bottom + scrollY <= 0;
    return width > 2 && height > 2 && !outside && element.closest('[aria-hidden="true"]') === null;
  }

  /** Styled check boxes hide the input and show their label. */
  function isOffered(field: Element): boolean {
    if (isSeen(field)) return true;
    const isTick = field instanceof HTMLInputElement && /^(checkbox|radio|file)$/.test(field.type);
    if (!isTick || field.tabIndex < 0) return false;
    return [...(field.labels ?? [])].some(isSeen);
  }

  function readField(field: Element, key: string, said: string): FieldDraft {
    field.setAttribute('data-touchlight', key);
    const type =
      field instanceof HTMLInputElement ? field.type : field.localName === 'div' ? 'textarea' : field.localName;
    const label = said.slice(0, 200);
    const autocomplete = field.getAttribute('autocomplete') ?? '';
    const own = ['name', 'id', 'placeholder', 'class', 'data-type'].map((name) => field.getAttribute(name) ?? '');
    return {
      key,
      name: field.getAttribute('name'),
      type,
      words: [label, autocomplete, ...own].join(' ').toLowerCase(),
      label: label === '' ? (field.getAttribute('name') ?? type) : label,
      autocomplete,
      required: field.hasAttribute('required') || field.getAttribute('aria-required') === 'true',
      seen: isOffered(field),
    };
  }

  return { isSeen, readField };
}

/** Runs in the page and brings all it needs. */
function makeCaptions(fieldSelector: string): Captions {
  function labelOf(field: Element): string {
    const labels = 'labels' in field && field.labels instanceof NodeList ? [...field.labels] : [];
    const by = (field.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => (id === '' ? null : document.getElementById(id)));
    const said = [...labels, ...by]
      .map((node) => node?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const alone =
      field.getAttribute('aria-label') ?? field.getAttribute('placeholder') ?? field.getAttribute('title') ?? '';
    if (said !== '' || alone !== '') return said === '' ? alone : said;
    const before = field.previousElementSibling ?? field.parentElement?.previousElementSibling;
    const words = before?.querySelector(fieldSelector) === null ? (before.textContent ?? '') : '';
    return words.trim().slice(0, 80);
  }

  /** The nearest heading: in the form, or in one of the boxes around it. */
  function headingOf(form: Element): string {
    for (let at: Element | null = form, up = 0; at !== null && up < 4; at = at.parentElement, up += 1) {
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
function makeCaptchaFinder(): (form: Element) => string[] {
  function captchaMarks(form: Element): string[] {
    const inside = [
      ...form.querySelectorAll(
        '[class*="captcha" i], [class*="turnstile" i], iframe[src], script[src], [data-sitekey], input[name*="captcha" i], img[src*="captcha" i]',
      ),
    ];
    const near = [...(form.parentElement?.querySelectorAll('[data-sitekey]') ?? [])];
    const scripts = [...document.querySelectorAll('script[src]')].filter((s) =>
      /captcha|turnstile/i.test(s.getAttribute('src') ?? ''),
    );
    return [...inside, ...near, ...scripts].map((element) =>
      `${element.localName} ${element.className} ${element.getAttribute('src') ?? ''} ${element.getAttribute('name') ?? ''} ${element.getAttribute('data-sitekey') ?? ''}`.slice(
        0,
        300,
      ),
    );
  }

  return captchaMarks;
}
