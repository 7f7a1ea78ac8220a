import type { CSSProperties } from 'react';
import { lightColours } from '../../shared/look/lights.ts';
import type { Zone } from '../../shared/model/enquiry.ts';

const font = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const ink = '#1c2329';
const mute = '#56616b';

export const noLight = { back: '#e3e8ec', text: '#3f4a53' };

const { red, yellow, green, unknown } = lightColours;
/** As styles. */
export const zoneColours: Readonly<Record<Zone, { readonly backgroundColor: string; readonly color: string }>> = {
  red: { backgroundColor: red.back, color: red.text },
  yellow: { backgroundColor: yellow.back, color: yellow.text },
  green: { backgroundColor: green.back, color: green.text },
  unknown: { backgroundColor: unknown.back, color: unknown.text },
  waiting: { backgroundColor: noLight.back, color: noLight.text },
};

/** Inline, because many mail programs drop everything else. */
export const styles = {
  body: { margin: 0, padding: '16px 8px', backgroundColor: '#eef1f4', fontFamily: font, color: ink },
  container: { width: '100%', maxWidth: '640px', margin: '0 auto' },
  card: { backgroundColor: '#ffffff', borderRadius: '10px', padding: '20px', marginBottom: '12px' },
  period: { margin: 0, fontSize: '14px', lineHeight: '20px', color: mute },
  business: { margin: '0 0 2px', fontSize: '16px', lineHeight: '24px', fontWeight: 600, color: ink },
  verdict: { margin: '12px 0 4px', fontSize: '28px', lineHeight: '34px', fontWeight: 700, color: ink },
  headline: { margin: 0, fontSize: '17px', lineHeight: '26px', color: ink },
  note: { margin: '8px 0 0', fontSize: '14px', lineHeight: '20px', color: mute },
  heading: { margin: '0 0 12px', fontSize: '20px', lineHeight: '26px', fontWeight: 700, color: ink },
  outerHeading: { margin: '20px 4px 8px', fontSize: '20px', lineHeight: '26px', fontWeight: 700, color: ink },
  name: { margin: 0, fontSize: '18px', lineHeight: '26px', fontWeight: 700, color: ink },
  subheading: { margin: '14px 0 4px', fontSize: '15px', lineHeight: '22px', fontWeight: 700, color: ink },
  text: { margin: '0 0 4px', fontSize: '15px', lineHeight: '22px', color: ink },
  strong: { margin: '0 0 4px', fontSize: '16px', lineHeight: '23px', fontWeight: 700, color: ink },
  small: { margin: '0 0 4px', fontSize: '14px', lineHeight: '20px', color: mute },
  link: { color: '#0b57a4', textDecoration: 'underline' },
  chip: {
    display: 'inline-block',
    padding: '2px 10px',
    borderRadius: '12px',
    fontSize: '14px',
    lineHeight: '22px',
    fontWeight: 700,
    whiteSpace: 'nowrap',
  },
  number: { width: '34px', verticalAlign: 'top', paddingTop: '1px' },
  action: { paddingBottom: '14px', verticalAlign: 'top' },
  stripDay: { padding: '0 3px 0 0', textAlign: 'center', fontSize: '12px', lineHeight: '16px', color: mute },
  stripCell: {
    display: 'block',
    height: '26px',
    lineHeight: '26px',
    borderRadius: '5px',
    fontSize: '13px',
    textAlign: 'center',
  },
  head: {
    padding: '4px 6px 4px 0',
    fontSize: '13px',
    lineHeight: '18px',
    fontWeight: 600,
    color: mute,
    textAlign: 'left',
    verticalAlign: 'bottom',
  },
  cell: {
    padding: '5px 6px 5px 0',
    fontSize: '15px',
    lineHeight: '20px',
    fontWeight: 400,
    color: ink,
    textAlign: 'left',
    borderTop: '1px solid #dfe4e8',
  },
  button: {
    display: 'inline-block',
    padding: '10px 18px',
    borderRadius: '8px',
    backgroundColor: '#0b57a4',
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
    textDecoration: 'none',
  },
} as const satisfies Readonly<Record<string, CSSProperties>>;

/** Where a mail program knows dark mode, it knows these classes; elsewhere the mail stays light. */
export const darkMode = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: #0e1317 !important; color: #e9eef2 !important; }
  .card { background-color: #1a2127 !important; }
  .ink { color: #e9eef2 !important; }
  .mute { color: #a9b5bf !important; }
  .line { border-color: #37424c !important; color: #e9eef2 !important; }
  .link { color: #8fbfff !important; }
  .none { background-color: #333e47 !important; color: #d3dbe2 !important; }
}
@media (max-width: 480px) {
  .card { padding: 16px !important; }
  .verdict { font-size: 24px !important; line-height: 30px !important; }
}
`;
