import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { type Wording, wordWeek } from './word-week.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Gmail cuts a mail at 102 KB and hides the rest behind a link. */
const limitBytes = 96_000;
/** Enough to act on; the report shows the rest. */
const enough = { unseen: 8, spans: 3, overdue: 3, waiting: 5, plan: { lines: 5, all: false }, themes: 3 } as const;
const touchpointsInFull = [10, 8, 6, 4, 2] as const;

/** The mail of a week, with as many touchpoints in full as a mail may hold. */
export function renderMail(summary: WeekSummary, wording: Omit<Wording, 'limits'>): RenderedMail {
  for (const count of touchpointsInFull) {
    const view = wordWeek(summary, { ...wording, limits: { ...enough, touchpoints: count } });
    const html = renderHtml(view);
    if (Buffer.byteLength(html) <= limitBytes) return { subject: view.subject, text: renderText(view), html };
  }
  throw new Error(
    `The mail of ${summary.week.id} does not fit into ${limitBytes} bytes, even with only two touchpoints in full.`,
  );
}
