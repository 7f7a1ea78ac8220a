import { createElement as h, type ReactElement } from 'react';
import { digestWords } from '../i18n/digest.ts';
import { formatFor } from '../i18n/format.ts';
import { markWords } from '../i18n/marks.ts';
import type { Language } from '../model/business.ts';
import { oneLine, shorten } from '../model/foreign-text.ts';
import type { FoundContact } from '../model/found.ts';
import type { Mark, MarkedPicture, MarkState } from '../model/marked-picture.ts';
import { placeBadges } from './place-badges.ts';

/** A picture with its marks, and the picture itself as a `data:` address. */
export interface ShownPicture extends MarkedPicture {
  readonly src: string;
}

/** Colour never stands alone: each state has a shape of its own, and each mark a number. */
const shapes: Readonly<Record<MarkState, string>> = {
  usable: '●',
  plain: '◆',
  limited: '◐',
  faulty: '■',
  unseen: '▲',
  untested: '○',
};

const listedAtMost = 20;
const widestOfPhones = 600;

/** The pictures of one check, with what was found and is on none of them. */
export function markedPictures(
  pictures: readonly ShownPicture[],
  found: readonly FoundContact[],
  { caption, language }: { readonly caption: string; readonly language: Language },
): ReactElement[] {
  if (pictures.length === 0) return [];
  const rest = elsewhere(pictures, found, language);
  const figures = pictures.map((picture, n) =>
    markedFigure(picture, pictures.length > 1 ? `${caption}, ${n + 1}/${pictures.length}` : caption, language),
  );
  return rest === null ? figures : [...figures, rest];
}

function markedFigure(picture: ShownPicture, caption: string, language: Language): ReactElement {
  const { marks } = picture;
  const words = markWords[language];
  return h(
    'figure',
    { key: picture.name, className: 'marked' },
    viewOf(picture, caption, language),
    h(
      'figcaption',
      null,
      h('p', { className: 'mute' }, caption),
      marks.length === 0
        ? h('p', null, words.noMarks)
        : h('ol', null, ...marks.map((mark, n) => h('li', { key: n }, ...inWords(mark, language)))),
    ),
  );
}

/** A computer's screen is no picture for a phone: there it is scrolled sideways, so that its marks can be read. */
function viewOf(picture: ShownPicture, caption: string, language: Language): ReactElement {
  const { src, page, width, height, marks } = picture;
  const alt = markWords[language].picture(shorten(oneLine(page), 120), marks.length);
  const view = h(
    'div',
    { className: width > widestOfPhones ? 'view broad' : 'view' },
    h('img', { src, width, height, alt }),
    h('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': true }, ...marksOnPicture(picture)),
  );
  return width > widestOfPhones
    ? h(
        'div',
        { className: 'wide', tabIndex: 0, role: 'region', 'aria-label': `${markWords[language].heading}: ${caption}` },
        view,
      )
    : view;
}

function inWords({ kind, label, state }: Mark, language: Language): (ReactElement | string)[] {
  const words = markWords[language];
  return [
    h('b', { key: 'state', className: `state ${state}` }, `${shapes[state]} ${words.state[state]}`),
    ` ${words.kind[kind]}: `,
    h('bdi', { key: 'label' }, label),
  ];
}

/** A frame around each place, with a light edge so that it is seen on any ground, and a badge with number and shape. */
function marksOnPicture({ marks, ...size }: MarkedPicture): ReactElement[] {
  const letter = Math.max(14, Math.round(size.width / 52));
  const sizes = marks.map((_, n) => ({ width: letter * (n > 8 ? 2.6 : 2.1), height: letter * 1.4 }));
  const badges = placeBadges(marks, sizes, size);
  return marks.flatMap(({ x, y, width, height, state }, n) => {
    const badge = badges[n];
    if (badge === undefined) return [];
    const frame = { x: x - 3, y: y - 3, width: width + 6, height: height + 6, rx: 4 };
    const text = { x: badge.x + badge.width / 2, y: badge.y + letter * 1.06, fontSize: letter, textAnchor: 'middle' };
    return [
      h(
        'g',
        { key: n, className: state },
        h('rect', { className: 'edge', ...frame }),
        h('rect', { className: 'frame', ...frame }),
        h('rect', { className: 'badge', ...badge, rx: 4 }),
        h('text', text, `${n + 1}${shapes[state]}`),
      ),
    ];
  });
}

function elsewhere(
  pictures: readonly ShownPicture[],
  found: readonly FoundContact[],
  language: Language,
): ReactElement | null {
  const marked = new Set(pictures.flatMap(({ marks }) => marks.map(({ kind, label }) => `${kind} ${label}`)));
  const rest = found.flatMap((contact) => {
    const { kind, value } = contact;
    if (kind === 'address' || kind === 'hours') return [];
    const label = shorten(oneLine(value), 80);
    return marked.has(`${kind} ${label}`) ? [] : [{ contact, kind, label }];
  });
  if (rest.length === 0) return null;
  const words = markWords[language];
  const pages = new Set(pictures.map(({ page }) => page));
  const where = ({ page, clicks, value }: FoundContact): string => {
    if (pages.has(page)) return words.samePage;
    const away = formatFor(language).counted(clicks, digestWords[language].full.taps);
    if (clicks === 0) return page;
    // A form is named by its page.
    return page === value ? away : `${shorten(oneLine(page), 100)}, ${away}`;
  };
  return h(
    'div',
    { key: 'elsewhere' },
    h('p', null, h('b', null, words.elsewhere)),
    h(
      'ul',
      null,
      ...rest
        .slice(0, listedAtMost)
        .map(({ contact, kind, label }, n) =>
          h('li', { key: n }, `${words.kind[kind]}: `, h('bdi', null, label), ' – ', h('bdi', null, where(contact))),
        ),
    ),
  );
}

/** White or black on these is at least 4.5 to 1; the pictures under them have any colour. */
const colours: Readonly<Record<MarkState, { readonly back: string; readonly text: string }>> = {
  usable: { back: '#1b6e3f', text: '#ffffff' },
  plain: { back: '#0b57a4', text: '#ffffff' },
  limited: { back: '#8a5a00', text: '#ffffff' },
  faulty: { back: '#b3261e', text: '#ffffff' },
  unseen: { back: '#f5c542', text: '#2b2100' },
  untested: { back: '#5d6872', text: '#ffffff' },
};

export const markStyles = `
.marked { display: flex; flex-wrap: wrap; gap: 14px; margin-bottom: 16px; break-inside: avoid-page; } .marked figcaption { flex: 1 1 240px; min-width: 0; }
.view { position: relative; align-self: flex-start; max-width: 100%; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; } .view img { display: block; max-width: 100%; height: auto; }
.broad { min-width: 640px; } .view svg { position: absolute; inset: 0; width: 100%; height: 100%; } .view .edge { fill: none; stroke: #fff; stroke-width: 6px; vector-effect: non-scaling-stroke; } .view .frame { fill: none; stroke-width: 3px; vector-effect: non-scaling-stroke; } .view text { font-weight: 700; }
.state { display: inline-block; padding: 0 8px; border-radius: 10px; font-size: 14px; }
${Object.entries(colours)
  .map(
    ([state, { back, text }]) =>
      `.state.${state} { background: ${back}; color: ${text}; print-color-adjust: exact; } .view .${state} .frame { stroke: ${back}; } .view .${state} .badge { fill: ${back}; stroke: #fff; } .view .${state} text { fill: ${text}; }`,
  )
  .join('\n')}
`;
