import { lightStyles, sharedStyles } from '../../../shared/look/lights.ts';

/** The look of report and live page, for a thumb: what is pressed is at least 48 pixels high. */
export const formStyles = `${sharedStyles}
html { scroll-padding: 64px 0 16px; } body { padding: 8px; } main { max-width: 640px; }
header, section { background: var(--card); border-radius: 10px; padding: 16px; margin-bottom: 12px; }
h1 { margin: 0 0 6px; font-size: 26px; line-height: 1.2; overflow-wrap: anywhere; } h1:focus { outline: 0; } h2 { margin: 0 0 4px; font-size: 20px; overflow-wrap: anywhere; }
p { margin: 0 0 6px; overflow-wrap: anywhere; } header p:last-of-type { margin: 0; } .mute { color: var(--mute); font-size: 14px; } [hidden] { display: none !important; }
.bar { position: sticky; top: 0; z-index: 1; margin: 0 -8px 12px; padding: 8px 16px; background: var(--page); } .bar p { margin: 0; font-weight: 600; }
progress { display: block; width: 100%; height: 8px; appearance: none; border: 0; border-radius: 4px; overflow: hidden; background: var(--line); } progress::-webkit-progress-bar { background: var(--line); } progress::-webkit-progress-value { background: var(--link); } progress::-moz-progress-bar { background: var(--link); }
fieldset { min-width: 0; margin: 0; padding: 16px 0; border: 0; border-top: 1px solid var(--line); } h2 + fieldset { border: 0; } fieldset:last-child { padding-bottom: 0; } fieldset:focus { outline: 3px solid var(--link); outline-offset: 4px; border-radius: 4px; }
/* Floated, it leaves the line above it whole. */
legend { float: left; width: 100%; margin-bottom: 8px; padding: 0; font-weight: 600; overflow-wrap: anywhere; } legend + * { clear: both; } legend + .mute { margin-bottom: 6px; } .mute p { margin: 0; }
.picks { display: flex; flex-wrap: wrap; gap: 8px; } .pick { position: relative; display: flex; flex: 1 1 84px; } .pick.none { flex-grow: 2; flex-basis: 124px; } .words .pick { flex-basis: 100%; }
.scale { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 6px; } .scale .none { grid-column: 1 / -1; }
.pick input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; margin: 0; opacity: 0; cursor: pointer; }
.pick span { flex: 1; display: flex; align-items: center; justify-content: center; min-height: 48px; padding: 6px 10px; border: 1px solid var(--mute); border-radius: 8px; background: var(--page); text-align: center; line-height: 1.25; overflow-wrap: anywhere; } .scale span { padding: 6px 2px; } .pick.none span { color: var(--mute); }
.pick input:checked + span { background: #0b57a4; border-color: #0b57a4; color: #fff; font-weight: 700; } .pick input:focus-visible + span { outline: 3px solid var(--link); outline-offset: 2px; }
.number { display: flex; flex-wrap: wrap; align-items: stretch; gap: 8px; } .number input[type=text] { flex: 0 1 96px; min-width: 64px; text-align: center; font-size: 20px; } .number .unit { align-self: center; } .number .pick { flex: 1 1 124px; }
label { display: block; } .field { margin: 12px 0 0; } .field label { font-weight: 600; } summary { display: flex; align-items: center; min-height: 48px; margin: 6px 0 -8px; color: var(--link); font-size: 15px; text-decoration: underline; cursor: pointer; } .comment { margin-top: 10px; } .comment label { margin-bottom: 2px; font-size: 14px; color: var(--mute); }
input, textarea { width: 100%; min-height: 48px; padding: 8px 10px; border: 1px solid var(--mute); border-radius: 8px; background: var(--page); color: var(--ink); font: inherit; } /* Some phones draw dates wider than their place. */ input[type=datetime-local] { appearance: none; min-width: 0; max-width: 100%; } textarea { display: block; min-height: 72px; resize: vertical; } .wanted { border: 2px solid #f5c542; outline: 1px solid var(--mute); }
button, .pick { touch-action: manipulation; } button { min-height: 48px; padding: 8px 18px; border: 0; border-radius: 8px; background: #0b57a4; color: #fff; font: inherit; font-weight: 600; cursor: pointer; } button.plain { background: var(--none); color: var(--ink); } button.step { flex: 0 0 52px; padding: 0; background: var(--none); color: var(--ink); font-size: 24px; line-height: 1; }
button.quiet { margin: 4px 0 -12px; padding: 8px 0; background: none; color: var(--link); font-size: 15px; font-weight: 400; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; } .actions button { flex: 1 1 150px; } .next, .there { width: 100%; } .there { margin: 0 0 8px; } #already { margin-top: 10px; }
#problems { border-left: 6px solid #b3261e; border-radius: 6px; padding: 10px 14px; margin: 12px 0; background: var(--page); } #problems p { font-weight: 600; margin: 0; } ul { list-style: none; margin: 0; padding: 0; } li a { display: flex; align-items: center; min-height: 44px; color: var(--link); }
.said:not(:empty) { border-left: 6px solid #1b6e3f; border-radius: 6px; padding: 10px 14px; background: var(--page); }
.chip { display: inline-block; padding: 2px 12px; border-radius: 12px; font-size: 14px; font-weight: 700; } .sum { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin: 4px 0 8px; } .sum strong { font-size: 30px; line-height: 1.2; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 8px 0; border-top: 1px solid var(--line); text-align: left; font-weight: 400; overflow-wrap: anywhere; } td { padding-left: 12px; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.inert { border: 2px solid #f5c542; } .lively .inert, body:not(.lively) form, body:not(.lively) .bar { display: none; }
${lightStyles}
@media (min-width: 700px) { body { padding: 16px; } header, section { padding: 20px 24px; } .scale { grid-template-columns: repeat(11, minmax(0, 1fr)); } .scale.short { grid-template-columns: repeat(6, minmax(0, 1fr)); } .words .pick { flex-basis: 180px; } }
@media (prefers-contrast: more) { :root { --mute: var(--ink); } }
@media print { .bar, .actions, button { display: none; } section, header { border: 1px solid #ccc; break-inside: avoid; } .chip, .pick span { print-color-adjust: exact; } }
`;
