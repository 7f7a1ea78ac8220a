import type { Light } from '../model/light.ts';

/** A light's shape beside its colour, because colour alone does not carry it. Mail, report and page share both. */
export const shapes: Readonly<Record<Light, string>> = { green: '●', yellow: '▲', red: '■', unknown: '○' };

/** White or black on these is at least 4.5 to 1, in light and in dark mode alike. */
export const lightColours: Readonly<Record<Light, { readonly back: string; readonly text: string }>> = {
  red: { back: '#b3261e', text: '#ffffff' },
  yellow: { back: '#f5c542', text: '#2b2100' },
  green: { back: '#1b6e3f', text: '#ffffff' },
  unknown: { back: '#5d6872', text: '#ffffff' },
};

const font = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** The colours of report and page in light and in dark mode, and how their lights are coloured. */
export const sharedStyles = `
:root { color-scheme: light dark; --page: #eef1f4; --card: #fff; --ink: #1c2329; --mute: #56616b; --line: #dfe4e8; --link: #0b57a4; --none: #e3e8ec; --wait: #8aa3b8; --arrive: #0b57a4; --beyond: #b3261e; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #0e1317; --card: #1a2127; --ink: #e9eef2; --mute: #a9b5bf; --line: #37424c; --link: #8fbfff; --none: #333e47; --wait: #5b7286; --arrive: #8fbfff; --beyond: #ff8f86; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px 8px; background: var(--page); color: var(--ink); font: 16px/1.5 ${font}; }
main { max-width: 960px; margin: 0 auto; }`;

export const lightStyles = Object.entries(lightColours)
  .map(
    ([light, { back, text }]) =>
      `.${light} { background: ${back}; color: ${text}; } header.${light} { background: var(--card); color: var(--ink); border-color: ${back}; }`,
  )
  .join('\n');
