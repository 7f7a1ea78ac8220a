import type { Context } from 'hono';
import { createElement as h } from 'react';
import { parseWeek, type Week } from '../../../shared/evaluation/week/week.ts';
import { detailWords } from '../../../shared/i18n/page/details.ts';
import type { PageApp, PageDeps, PageEnvironment } from '../page-deps.ts';
import { frameOf, type PageFrame } from '../page-frame.ts';
import { paths } from '../paths.ts';
import { renderPage } from '../views/layout.ts';

const weeksAtMost = 104;

/** The report is a file of its own that quotes pages and customers: whatever slipped through as markup may do nothing. */
const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** The weeks' reports, as they were written. They quote customers, so readers do not open them. */
export function addWeekRoutes(app: PageApp, deps: PageDeps): void {
  app.get(paths.weeks, async (context) => {
    const frame = frameOf(context, deps);
    const isOperator = frame.session.role === 'operator';
    return context.html(renderWeeks(isOperator ? await listWeeks(deps) : null, frame));
  });
  app.get(paths.week, async (context) => {
    const frame = frameOf(context, deps);
    if (frame.session.role !== 'operator') return context.html(renderWeeks(null, frame), 403);
    const week = parseWeek(context.req.query('id') ?? '', deps.configuration.timeZone);
    const report = week === null ? null : await deps.weeks.read(week.id);
    return report === null ? context.notFound() : answerReport(context, report);
  });
}

function answerReport(context: Context<PageEnvironment>, report: string): Response {
  context.header('Content-Security-Policy', reportPolicy);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Cache-Control', 'no-store');
  return context.html(report);
}

async function listWeeks({ weeks, configuration: { timeZone } }: PageDeps): Promise<Week[]> {
  const ids = await weeks.list();
  return ids.slice(0, weeksAtMost).flatMap((id) => parseWeek(id, timeZone) ?? []);
}

/** @param weeks newest first; null for who may not open them */
function renderWeeks(weeks: readonly Week[] | null, frame: PageFrame): string {
  const { language, configuration, digest } = frame;
  const { heading, weeks: says } = detailWords[language];
  const dates = new Intl.DateTimeFormat(digest.locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const period = ({ days }: Week): string =>
    dates
      .formatRange(new Date(days[0]?.date ?? ''), new Date(days.at(-1)?.date ?? ''))
      .replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
  const items = (weeks ?? []).map((week) => {
    const says = `${digest.week(Number(week.id.slice(-2)))}, ${period(week)}`;
    return h('li', { key: week.id }, h('a', { href: `${paths.week}?${new URLSearchParams({ id: week.id })}` }, says));
  });
  return renderPage({
    language,
    title: `${heading.weeks}: ${configuration.business}`,
    frame,
    current: paths.weeks,
    body: [
      h(
        'section',
        null,
        h('h1', null, heading.weeks),
        weeks === null ? h('p', null, says.operatorsOnly) : null,
        weeks?.length === 0 ? h('p', null, says.none) : null,
        items.length === 0 ? null : h('ul', { className: 'rows' }, ...items),
      ),
    ],
  });
}
