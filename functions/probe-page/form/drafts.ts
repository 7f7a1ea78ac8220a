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

/** Runs in the page and brings all it needs: every form with its fields, each marked so that it can be found again. */
export function readForms(): FormDraft[] {
  const mark = 'data-touchlight';
  const fieldSelector = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]';
  const buttonSelector =
    'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"], a.btn, a.button';

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

  function readField(field: Element, formKey: string, index: number): FieldDraft {
    const key = `${formKey}-${index}`;
    field.setAttribute(mark, key);
    const type =
      field instanceof HTMLInputElement ? field.type : field.localName === 'div' ? 'textarea' : field.localName;
    const label = labelOf(field).slice(0, 200);
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

  function readForm(form: Element, index: number): FormDraft {
    const key = `f${index}`;
    form.setAttribute(mark, key);
    const isForm = form instanceof HTMLFormElement;
    const fields = [
      ...form.querySelectorAll(fieldSelector),
      ...(isForm ? [...form.elements].filter((e) => !form.contains(e) && e.matches(fieldSelector)) : []),
    ]
      .filter((field) => !(field instanceof HTMLInputElement && /^(submit|button|image|reset)$/.test(field.type)))
      .slice(0, 60)
      .map((field, at) => readField(field, key, at));
    const buttons = [...form.querySelectorAll(buttonSelector)];
    const submit =
      buttons.find((b) => b.matches('[type="submit"], button:not([type]), [type="image"]')) ?? buttons.at(-1);
    const submitText =
      submit instanceof HTMLInputElement
        ? submit.value
        : (submit?.textContent ?? submit?.getAttribute('aria-label') ?? '');
    const action = form.getAttribute('action');
    return {
      key,
      page: location.href,
      seen: isSeen(form) || fields.some((field) => field.seen),
      action,
      actionUrl: URL.parse(action ?? '', document.baseURI)?.href ?? location.href,
      method: (form.getAttribute('method') ?? 'get').toLowerCase(),
      target: form.getAttribute('target') ?? '',
      words:
        `${form.id} ${form.getAttribute('class') ?? ''} ${form.getAttribute('name') ?? ''} ${form.getAttribute('role') ?? ''} ${form.getAttribute('aria-label') ?? ''}`.toLowerCase(),
      heading: headingOf(form),
      submitText: submitText.replace(/\s+/g, ' ').trim().slice(0, 80),
      fields,
      captchaMarks: captchaMarks(form),
      language: document.documentElement.lang,
    };
  }

  /** Fields outside any form that share a box with a button: a form to a visitor all the same. */
  function looseForms(): Element[] {
    const loose = [
      ...document.querySelectorAll('textarea, input[type="email"], input[type="tel"], input[type="text"]'),
    ].filter((field) => field.closest('form') === null);
    const boxes = loose.map((field) => {
      let at = field.parentElement;
      for (let up = 0; at !== null && at !== document.body && up < 6; up += 1) {
        if (at.querySelector(buttonSelector) !== null) return at;
        at = at.parentElement;
      }
      return null;
    });
    return [...new Set(boxes.filter((box) => box !== null))].filter((box) => box.querySelector('form') === null);
  }
  return [...document.forms, ...looseForms()]
    .slice(0, 20)
    .map(readForm)
    .filter(({ fields }) => fields.length > 0);
}
