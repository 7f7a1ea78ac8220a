import { lightStyles, sharedStyles } from '../../../shared/look/lights.ts';
import { markStyles } from '../../../shared/look/marked-pictures.ts';
import { stackedStyles } from '../../../shared/look/stacked-table.ts';
import { trendStyles } from '../../../shared/look/trend-styles.ts';

/**
 * A4, in light colours whatever the screen has. A heading stays with what it heads, a picture stays whole and fits on a page, what
 * is scrolled or folded away on a screen is printed, and a link shows where it leads unless its text says it.
 */
const printStyles = `@page { size: A4; margin: 14mm; }
@media print {
  :root { color-scheme: light; } body { background: #fff; padding: 0; font-size: 12px; } main { max-width: none; }
  section, header, footer { border: 1px solid #ccc; padding: 14px; break-inside: avoid-page; box-decoration-break: clone; } header { border-top: 8px solid; } h1 { font-size: 24px; } h2 { font-size: 17px; } h3 { font-size: 14px; } .mute, .chip, .state, table, figcaption { font-size: 11px; } h1, h2, h3, .title, summary { break-after: avoid-page; } figure, tr, li, .strip, svg { break-inside: avoid-page; }
  p, li { orphans: 3; widows: 3; } .strip span, .chip, .state, .zones span { print-color-adjust: exact; }
  .wide { overflow: visible; } .broad { min-width: 0; } .view { width: fit-content; break-inside: avoid-page; } .view img, .pictures img { max-height: 105mm; width: auto; }
  details::details-content { content-visibility: visible; block-size: auto; } summary { list-style: none; }
  a { color: inherit; } a[href^="http"]:not(h1 a)::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; font-size: 11px; }
}`;

/** One file, nothing to load: for the screen in light and dark, and for paper. */
export const reportStyles = `${sharedStyles}
section, header, footer { background: var(--card); border-radius: 10px; padding: 20px; margin-bottom: 12px; }
header { border-top: 8px solid; }
h1 { margin: 8px 0; font-size: 30px; line-height: 1.2; } h2 { margin: 0 0 8px; font-size: 22px; } h3 { margin: 18px 0 6px; font-size: 17px; }
p { margin: 0 0 6px; } ul, ol { margin: 0 0 8px; padding-left: 22px; } a { color: var(--link); }
.mute { color: var(--mute); font-size: 14px; } bdi { overflow-wrap: anywhere; }
.chip { display: inline-block; padding: 2px 12px; border-radius: 12px; font-size: 14px; font-weight: 700; white-space: nowrap; }
.title { display: flex; justify-content: space-between; align-items: center; gap: 12px; } .title .chip { flex-shrink: 0; max-width: 50%; white-space: normal; text-align: center; }
.strip { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 4px; margin: 10px 0; padding: 0; list-style: none; text-align: center; font-size: 13px; }
.strip li > span { display: block; border-radius: 5px; line-height: 20px; padding: 4px 0; }
${lightStyles}
.none, .waiting { background: var(--none); color: var(--ink); }
.zones { display: flex; gap: 3px; margin: 6px 0 10px; } .zones span { flex-basis: 26px; border-radius: 5px; text-align: center; line-height: 26px; } .criteria th:first-child { min-width: 150px; } .places th:first-child { width: 32%; hyphens: auto; } .places td { overflow-wrap: anywhere; } .channels tbody th { overflow-wrap: break-word; hyphens: auto; }
table { width: 100%; border-collapse: collapse; font-size: 15px; } th, td { padding: 6px 8px 6px 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border: 0; color: var(--mute); font-size: 13px; font-weight: 600; } .url { min-width: 150px; max-width: 320px; overflow-wrap: anywhere; } .number, .bar { white-space: nowrap; }
.wide { overflow-x: auto; } .figures thead th:first-child { width: 50%; } li p { margin: 0; } li + li { margin-top: 8px; } .strip li { margin: 0; } .bar svg { vertical-align: middle; margin-right: 6px; } .wait { fill: var(--wait); } .arrive { fill: var(--arrive); }
${trendStyles}
${markStyles}
.pictures img { max-width: 100%; max-height: 420px; border: 1px solid var(--line); border-radius: 6px; }
@media (max-width: 480px) { .channels { font-size: 14px; } .channels th, .channels td { padding-right: 4px; } .channels thead th { font-size: 12px; } }
@media (max-width: 700px) { .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } }
h1 a { color: inherit; text-decoration: none; } .things > li { margin-top: 14px; } .things h3 { margin: 0; } .things .title { margin-bottom: 4px; }
${stackedStyles}
${printStyles}
`;
