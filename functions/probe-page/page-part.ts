import type { Visit } from '../../shared/browser/visit.ts';
import { withinDeadline } from '../../shared/runtime/deadline.ts';
import { kit } from './walking/kit.ts';

/** A text of the page, or an element with what its markup says and what decides whether it is seen. */
export type PartNode = string | PartElement;

export interface PartElement {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** CSS that hides it, moves it or keeps a finger from it. */
  readonly style: string;
  readonly children: readonly PartNode[];
}

export type PartOf = 'contacts' | 'form';

const mostNodes = 3_000;

/** What stands where a check looks: forms, or the blocks that may hold contacts; with headings and what lies over the page. */
export function readPagePart({ page }: Pick<Visit, 'page'>, part: PartOf, signal: AbortSignal): Promise<PartElement> {
  const wanted =
    part === 'form'
      ? 'form, textarea, input[type="email"], input[type="tel"], [contenteditable="true"], iframe'
      : 'header, footer, address, nav, [class*="contact" i], [id*="contact" i], a[href*=":"]:not([href^="http"]), iframe';
  const order = { wanted, mostNodes, withNumbers: part === 'contacts' };
  return withinDeadline(copyKit.evaluate(page, copyPage, order), signal);
}

const copyKit = kit().with('copyStyle', makeStyleCopier).with('copyPart', makePartCopier);

type StyleCopier = (element: Element) => string;

/** Runs in the page and brings all it needs. */
function makeStyleCopier(): StyleCopier {
  const usual: readonly (readonly [name: string, values: RegExp])[] = [
    ['display', /^(?!none)/],
    ['position', /^static$/],
    ['visibility', /^visible$/],
    ['opacity', /^1$/],
    ['z-index', /^auto$/],
    ['pointer-events', /^auto$/],
    ['transform', /^none$/],
    ['clip-path', /^none$/],
  ];
  return (element) => {
    const style = getComputedStyle(element);
    const unusual = usual.filter(([name, values]) => !values.test(style.getPropertyValue(name)));
    const names = unusual.map(([name]) => name);
    if (/fixed|absolute|sticky/.test(style.position)) names.push('top', 'left', 'width', 'height', 'background-color');
    if (Number.parseFloat(style.fontSize) < 12) names.push('font-size');
    return names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  };
}

interface CopyOrder {
  readonly copyStyle: StyleCopier;
  /** An element of the part itself, or one on the way to it. */
  readonly isPart: (element: Element) => boolean;
  readonly leadsThere: (element: Element) => boolean;
  readonly mostNodes: number;
}

type PartCopier = (root: Element, order: CopyOrder) => PartElement;

/** Runs in the page and brings all it needs. */
function makePartCopier(): PartCopier {
  const left = /^(script|style|noscript|template|link|meta)$/;
  const longest = { text: 400, value: 300 };

  return (root, { copyStyle, isPart, leadsThere, mostNodes: most }) => {
    let nodes = 0;

    function attributesOf(element: Element): [string, string][] {
      const own = [...element.attributes].filter(({ name }) => name !== 'style' && !name.startsWith('data-touchlight'));
      return own.map(({ name, value }): [string, string] => [name, value.slice(0, longest.value)]).slice(0, 30);
    }

    function copyNode(node: Node, inside: boolean): PartNode[] {
      if (nodes >= most) return [];
      if (node instanceof Text) {
        const text = node.data.replace(/\s+/g, ' ').slice(0, longest.text);
        return inside && text.trim() !== '' ? [text] : [];
      }
      if (!(node instanceof Element) || left.test(node.localName)) return [];
      const isInside = inside || isPart(node);
      return isInside || leadsThere(node) ? [copyElement(node, isInside)] : [];
    }

    function copyElement(element: Element, inside: boolean): PartElement {
      nodes += 1;
      const isDrawing = element.localName === 'svg';
      const own = isDrawing ? [] : [...element.childNodes].flatMap((child) => copyNode(child, inside));
      const shadow = element.shadowRoot;
      const inShadow = shadow === null ? [] : [...shadow.childNodes].flatMap((child) => copyNode(child, inside));
      const tree: PartNode[] =
        inShadow.length === 0
          ? []
          : [{ tag: 'template', attributes: [['shadowrootmode', 'open']], style: '', children: inShadow }];
      return {
        tag: element.localName,
        attributes: attributesOf(element),
        style: copyStyle(element),
        children: [...tree, ...own],
      };
    }

    return copyElement(root, false);
  };
}

/** Runs in the page, with what was made there before. */
function copyPage(order: {
  readonly copyStyle: StyleCopier;
  readonly copyPart: PartCopier;
  readonly wanted: string;
  readonly withNumbers: boolean;
  readonly mostNodes: number;
}): PartElement {
  const { copyStyle, copyPart, wanted, withNumbers } = order;
  const number = /@|(?:\d[\s().-]*){6}/;
  const saysNumber = (element: Element): boolean =>
    withNumbers && [...element.childNodes].some((child) => child instanceof Text && number.test(child.data));
  const within = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot === null ? [e] : [e, ...within(e.shadowRoot)]));
  const parts = new Set(
    within(document).filter(
      (element) =>
        element.matches(`${wanted}, h1, h2, h3, dialog[open], [role="dialog"]`) ||
        saysNumber(element) ||
        /fixed|sticky/.test(getComputedStyle(element).position),
    ),
  );
  const onTheWay = new Set<Element>();
  for (const part of parts) {
    for (let at: Element | null = part; at !== null; ) {
      onTheWay.add(at);
      const root = at.getRootNode();
      at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
  }
  return copyPart(document.body, {
    copyStyle,
    isPart: (element) => parts.has(element),
    leadsThere: (element) => onTheWay.has(element),
    mostNodes: order.mostNodes,
  });
}
