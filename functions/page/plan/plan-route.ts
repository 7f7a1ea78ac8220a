import { createElement as h, type ReactElement } from 'react';
import { localDate } from '../../../shared/evaluation/schedule/zone.ts';
import { planWords } from '../../../shared/i18n/plan/plan.ts';
import { wordEntry } from '../../../shared/i18n/plan/word-entry.ts';
import type { PlanEntry } from '../../../shared/model/plan.ts';
import type { PageApp, PageDeps } from '../page-deps.ts';
import { frameOf, type PageFrame } from '../page-frame.ts';
import { paths, touchpointPath } from '../paths.ts';
import { live, renderPage } from '../views/layout.ts';
import { chip } from '../views/parts.ts';
import { planForms } from './plan-forms.ts';
import { type PlanNow, readPlan } from './read-plan.ts';

/** So many actions are shown, worst first; the command line lists all. */
const entriesShown = 100;

/** The action plan: what is to be done, who does it by when, and what became of the rest since the last weekly mail. */
export function addPlanRoute(app: PageApp, deps: PageDeps): void {
  app.get(paths.plan, async (context) => {
    const frame = frameOf(context, deps);
    return context.html(renderPlan(await readPlan(deps, frame.now), frame));
  });
}

function renderPlan({ entries: plan, allMeasured }: PlanNow, frame: PageFrame): string {
  const { language, configuration } = frame;
  const words = planWords[language];
  const shown = plan.slice(0, entriesShown);
  return renderPage({
    ...{ language, frame, current: paths.plan },
    title: `${words.heading} – ${configuration.business}`,
    body: [
      h(
        'section',
        { key: 'plan', 'aria-labelledby': 'plan-title' },
        h('h1', { id: 'plan-title' }, words.heading),
        shown.length === 0 ? h('p', null, allMeasured ? words.nothing : frame.words.headline.unmeasured) : null,
        ...shown.map((entry) => entryCard(entry, frame)),
        plan.length > shown.length ? h('p', { className: 'mute' }, `+ ${plan.length - shown.length}`) : null,
      ),
    ],
  });
}

function entryCard(entry: PlanEntry, frame: PageFrame): ReactElement {
  const { language, naming, digest, now, configuration, session } = frame;
  const days = new Intl.DateTimeFormat(digest.locale, { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const date = (day: string): string => days.format(new Date(day));
  const { light, label, what, people } = wordEntry(entry, [entry], { naming, language, date });
  const { id, touchpointId } = entry;
  const title = h('bdi', null, what);
  const today = localDate(Date.parse(now), configuration.timeZone);
  return h(
    'article',
    { key: id, ...live(`action ${id}`) },
    h(
      'div',
      { className: 'title' },
      h('h2', null, touchpointId === null ? title : h('a', { href: touchpointPath(touchpointId) }, title)),
      light === null ? null : chip(light, frame),
    ),
    h('p', null, label, people === '' ? null : h('bdi', { key: 'people' }, ` – ${people}`)),
    session.role === 'operator' ? planForms(entry, today, frame) : null,
  );
}
