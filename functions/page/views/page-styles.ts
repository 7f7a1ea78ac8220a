import { lightStyles, sharedStyles } from '../../../shared/look/lights.ts';
import { stackedStyles } from '../../../shared/look/stacked-table.ts';
import { detailStyles } from '../details/detail-styles.ts';

/** The same look as mail and report, for a page that is open all day: for a phone first. Strips, trends and tables as in the report. */
export const pageStyles = `${sharedStyles}
body { padding: 0; }
main { padding: 12px 8px; outline: 0; }
.top, footer { max-width: 960px; margin: 0 auto; padding: 8px 12px; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; }
.home { font-weight: 700; color: inherit; text-decoration: none; max-width: 100%; overflow-wrap: anywhere; }
nav { display: flex; gap: 4px; } nav a { padding: 6px 10px; border-radius: 8px; } nav [aria-current] { background: var(--none); color: var(--ink); font-weight: 600; text-decoration: none; }
.who { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; color: var(--mute); font-size: 14px; } .who form { margin: 0; }
.skip { position: absolute; left: -9999px; } .skip:focus { position: static; display: inline-block; padding: 6px 10px; }
p.unseen, span.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
section, main > header, article { background: var(--card); border-radius: 10px; padding: 16px; margin-bottom: 12px; }
main > header { border-top: 8px solid; }
section article { padding: 14px 0 2px; margin: 0; border-top: 1px solid var(--line); border-radius: 0; } section article:first-of-type { border-top: 0; padding-top: 4px; }
h1 { margin: 4px 0; font-size: 26px; line-height: 1.2; overflow-wrap: anywhere; } h2 { margin: 0 0 8px; font-size: 20px; } h3 { margin: 0; font-size: 17px; overflow-wrap: anywhere; }
p { margin: 0 0 6px; overflow-wrap: anywhere; } ul, ol { margin: 0 0 8px; padding-left: 22px; } a { color: var(--link); } bdi { overflow-wrap: anywhere; }
.mute { color: var(--mute); font-size: 14px; }
.chip { display: inline-block; flex-shrink: 0; padding: 2px 12px; border-radius: 12px; font-size: 14px; font-weight: 700; white-space: nowrap; }
.title { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; margin-bottom: 4px; } .title .chip { max-width: 50%; white-space: normal; text-align: center; }
${lightStyles}
.none, .waiting { background: var(--none); color: var(--ink); } header.none { background: var(--card); border-color: var(--mute); }
.said { background: var(--card); border-left: 6px solid #1b6e3f; border-radius: 6px; padding: 10px 14px; } .said.bad { border-color: #b3261e; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 14px; margin: 6px 0; } dt { color: var(--mute); font-size: 14px; line-height: 24px; } dd { margin: 0; overflow-wrap: anywhere; }
.seen { display: block; width: fit-content; max-width: 100%; margin: 8px 0; } .seen img { display: block; max-width: 100%; max-height: 220px; border: 1px solid var(--line); border-radius: 6px; }
form { margin: 8px 0; } .fields { display: flex; flex-wrap: wrap; align-items: end; gap: 8px; } label { display: block; font-size: 14px; color: var(--mute); } .wide-field { flex: 1 1 220px; min-width: 0; } .whole { flex-basis: 100%; margin: 0; }
input, select { width: 100%; min-height: 44px; padding: 8px 10px; border: 1px solid var(--mute); border-radius: 8px; background: var(--page); color: var(--ink); font: inherit; }
button { min-height: 44px; padding: 8px 18px; border: 0; border-radius: 8px; background: #0b57a4; color: #fff; font: inherit; font-weight: 600; cursor: pointer; } button:hover { background: #0a4a8c; }
button.plain { min-height: 32px; padding: 4px 10px; background: var(--none); color: var(--ink); font-size: 14px; }
fieldset { border: 0; border-top: 1px solid var(--line); margin: 0; padding: 12px 0; min-width: 0; } legend { padding: 0; font-weight: 600; overflow-wrap: anywhere; } .score section { padding: 28px 0 0; margin: 0; } .score > button { margin-top: 20px; } .score fieldset { padding: 0; margin: 20px 0 0; } .score .wide-field { margin-top: 10px; }
.choices { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; } .choice { display: inline-flex; align-items: center; gap: 8px; min-height: 48px; padding: 0 14px; border: 1px solid var(--mute); border-radius: 8px; color: var(--ink); font-size: 16px; } .choice input { width: 20px; min-height: 20px; margin: 0; }
.rows { list-style: none; margin: 0; padding: 0; } .rows > li { padding: 12px 0; border-top: 1px solid var(--line); } .rows > li:first-child { border-top: 0; padding-top: 0; }
.strips { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 6px; color: var(--mute); font-size: 13px; } .strips > span { display: inline-flex; align-items: center; gap: 6px; min-width: 0; }
.days { display: inline-flex; align-items: end; gap: 1px; } .days i { width: 18px; height: 18px; border-radius: 3px; font: 10px/18px sans-serif; text-align: center; }
.places { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; margin: 0; padding: 0; list-style: none; font-size: 13px; text-align: center; } .places li { overflow-wrap: anywhere; hyphens: auto; } .places li > span:first-child { display: block; border-radius: 5px; line-height: 26px; margin-bottom: 2px; }
/* Too small for shapes: the worse a day, the higher its bar; a day that nobody could see is hollow. */
.month { height: 18px; } .month i { width: 6px; border-radius: 2px; } .month .g { height: 6px; } .month .y { height: 12px; } .month .n { height: 3px; } .month .u { background: none; border: 1px solid var(--mute); }
.g { background: #1b6e3f; color: #fff; } .y { background: #f5c542; color: #2b2100; } .r { background: #b3261e; color: #fff; } .u { background: #5d6872; color: #fff; } .n { background: var(--none); }
.many { columns: 220px; list-style: none; padding: 0; font-size: 15px; } .many li { break-inside: avoid; overflow-wrap: anywhere; line-height: 26px; }
table { width: 100%; border-collapse: collapse; font-size: 15px; } th, td { padding: 6px 8px 6px 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); font-weight: 400; } thead th { border: 0; color: var(--mute); font-size: 13px; font-weight: 600; } td { overflow-wrap: anywhere; } .number, .when { white-space: nowrap; }
${stackedStyles}
.wide { overflow-x: auto; } .scripted { display: none; } .lively .scripted { display: inline; }
${detailStyles}@media (max-width: 480px) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 6px; } }
@media (min-width: 700px) { .places { grid-template-columns: repeat(auto-fit, minmax(0, 1fr)); grid-auto-flow: column; } section, main > header, article { padding: 20px; } .withPicture { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 20px; } .withPicture .seen img { max-width: 260px; } }
@media (prefers-contrast: more) { :root { --mute: var(--ink); } }
@media print { .bar nav, form, .skip { display: none; } section, main > header { border: 1px solid #ccc; break-inside: avoid; } .days i, .chip { print-color-adjust: exact; } }
`;
