/** What a visitor reads although it is no text of the page: words drawn by CSS, and icons that stand for a word. */
export interface DrawnText {
  before(element: Element): string;
  after(element: Element): string;
  /** What stands in a field that only shows it ("copy our number"), and on a button. */
  inField(element: Element): string;
  /** The sign that a small picture stands for within an address: "@". */
  signOf(element: Element): string;
  /** "☎ " for the icon of a telephone, "📠 " for that of a fax. */
  iconOf(element: Element): string;
  /** Written backwards against robots, and turned round for people. */
  isTurned(element: Element): boolean;
}

/** Runs in the page and brings all it needs. */
export function makeDrawnText(): DrawnText {
  /** `attr(data-user) "@" attr(data-host)` arrives as the text that is drawn; counters and pictures are none. */
  function contentOf(element: Element, pseudo: '::before' | '::after'): string {
    const { content, display, visibility } = getComputedStyle(element, pseudo);
    if (!/^"[\s\S]*"$/.test(content) || display === 'none' || visibility === 'hidden') return '';
    const text = content.slice(1, -1).replaceAll('\\"', '"');
    return /[\p{L}\d@.]/u.test(text) && !/[\ue000-\uf8ff]/.test(text) ? text : '';
  }

  function inField(element: Element): string {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return '';
    const isButton = /^(button|submit)$/.test(element.type);
    const isText = /^(text|tel|email|url|textarea)$/.test(element.type) && (element.readOnly || element.disabled);
    return isButton || isText ? element.value : '';
  }

  const atSign = /^[([]?(@|at|arobase?|arroba|klammeraffe|ät|małpa|собака|равлик)[)\]]?([ _-]?(sign|zeichen|symbol))?$/;

  function signOf(element: Element): string {
    if (!(element instanceof HTMLImageElement)) return '';
    const { width, height } = element.getBoundingClientRect();
    if (width < 4 || Math.max(width, height) > 40 || /flag/i.test(element.src)) return '';
    const file = /[^/]*$/.exec(element.src)?.[0].replace(/[.?#].*$/, '') ?? '';
    return atSign.test(element.alt.trim() || file) ? '@' : '';
  }

  function iconOf(element: Element): string {
    if (!/^(i|svg|img|span|use)$/.test(element.localName) || (element.textContent ?? '').trim() !== '') return '';
    const named = ['class', 'src', 'href', 'xlink:href', 'data-icon', 'data-lucide', 'aria-label'];
    const name = named.map((attribute) => (element.getAttribute(attribute) ?? '').slice(0, 200)).join(' ');
    if (/(^|[^a-z])(tele)?fax([^a-z]|$)/i.test(name)) return '📠 ';
    return /(^|[^a-z])(tele)?(phone|tel|call|mobile|handset)([^a-z]|$)/i.test(name) ? '☎ ' : '';
  }

  function isTurned(element: Element): boolean {
    const { unicodeBidi, direction } = getComputedStyle(element);
    return /override/.test(unicodeBidi) && direction === 'rtl';
  }

  return {
    before: (element) => contentOf(element, '::before'),
    after: (element) => contentOf(element, '::after'),
    inField,
    signOf,
    iconOf,
    isTurned,
  };
}

/** The words that say what a block holds, where they are a block of their own. */
export interface LabelReader {
  /** Of a cell, a definition or a part beside it: "Fax", "Tel."; empty where there is none. */
  labelOf(block: Element): string;
  /** The heading above it. */
  headingOf(block: Element): string;
}

/** Runs in the page and brings all it needs. */
export function makeLabelReader({ drawn }: { readonly drawn: DrawnText }): LabelReader {
  const longest = { label: 30, heading: 90 };
  const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.localName);

  function shortText(element: Element | null | undefined): string {
    if (element === null || element === undefined || isHeading(element)) return '';
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') return text.length <= longest.label && !/\d/.test(text) ? text : '';
    return [element, ...element.querySelectorAll('i, svg, img, span')].map(drawn.iconOf).find(Boolean) ?? '';
  }

  function headOfColumn(cell: HTMLTableCellElement): string {
    const [first] = cell.closest('table')?.rows ?? [];
    return first === undefined || first.contains(cell) ? '' : shortText(first.cells[cell.cellIndex]);
  }

  function labelOf(block: Element): string {
    const cell = block.closest('td');
    if (cell !== null) return shortText(cell.previousElementSibling) || headOfColumn(cell);
    let at: Element = block;
    for (let level = 0; level < 2 && at.previousElementSibling === null; level += 1) at = at.parentElement ?? at;
    return shortText(at.previousElementSibling);
  }

  function headingOf(block: Element): string {
    let at: Element | null = block;
    for (let steps = 0; steps < 8 && at !== null; steps += 1) {
      if (isHeading(at)) return (at.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, longest.heading);
      at = at.previousElementSibling ?? at.parentElement;
    }
    return '';
  }

  return { labelOf, headingOf };
}
