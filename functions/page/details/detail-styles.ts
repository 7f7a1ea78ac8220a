import { markStyles } from '../../../shared/look/marked-pictures.ts';
import { trendStyles } from '../../../shared/look/trend-styles.ts';

/** What only the pages of one touchpoint and one check have: trends, marked pictures, wide tables. */
export const detailStyles = `${trendStyles}
${markStyles}
.pictures img { max-width: 100%; max-height: 420px; border: 1px solid var(--line); border-radius: 6px; } .url { min-width: 150px; max-width: 320px; overflow-wrap: anywhere; }
.runs .found { min-width: 220px; } .runs td, .runs th { padding-right: 14px; } .incidents td:last-child { min-width: 120px; } td .mute, th .mute { white-space: nowrap; }
.runs td a { white-space: nowrap; } section > h3, section > div > h3 { margin: 16px 0 6px; } ul.plain { list-style: none; padding-left: 0; } main > header p a { overflow-wrap: anywhere; }
`;
