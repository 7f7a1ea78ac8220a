import { createElement as h, type ReactNode } from 'react';
import { digestWords } from '../../../shared/i18n/digest.ts';
import { formatFor } from '../../../shared/i18n/format.ts';
import { publicPageWords } from '../../../shared/i18n/public-page/public-page.ts';
import type { PublicPageWords } from '../../../shared/i18n/public-page/words.ts';
import { shapes } from '../../../shared/look/lights.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { type ShownLight, worstFirst } from '../../../shared/model/light.ts';
import type { PublicIncident, PublicStatus } from '../../../shared/model/public-status.ts';
import { paths } from '../paths.ts';
import { renderPage } from '../views/layout.ts';
import { publicNames } from './public-names.ts';

interface Speech {
  readonly words: PublicPageWords;
  readonly format: ReturnType<typeof formatFor>;
  readonly timeZone: string;
  readonly nameOf: (id: string) => string;
}

/** The public status page. */
export function renderPublic(status: PublicStatus, configuration: Configuration): string {
  const { language, timeZone } = configuration;
  const nameOf = publicNames(configuration);
  const speech: Speech = { words: publicPageWords[language], format: formatFor(language), timeZone, nameOf };
  const { words } = speech;
  const title = words.title(status.business);
  const past = status.touchpoints.flatMap(({ id, incidents }) =>
    incidents.filter(({ resolvedAt }) => resolvedAt !== null).map((incident) => ({ id, incident })),
  );
  const hasOpen = status.touchpoints.some(({ incidents }) => incidents.some(({ resolvedAt }) => resolvedAt === null));
  const feed = { type: 'application/atom+xml', href: paths.publicFeed } as const;
  return renderPage({
    language,
    title,
    head: [h('link', { key: 'feed', rel: 'alternate', title, ...feed })],
    body: [
      h('header', { key: 'title' }, h('h1', null, h('bdi', null, title))),
      ...worstFirst(status.touchpoints, ({ light }) => light).map((each) => touchpoint(each, speech)),
      h(
        'section',
        { key: 'past' },
        h('h2', null, words.past),
        past.length === 0
          ? h('p', null, hasOpen ? words.nothingElse : words.nothingPast)
          : h('ul', null, ...past.map(({ id, incident }, key) => pastIncident(id, incident, key, speech))),
        h('p', null, h('a', feed, words.feed)),
      ),
    ],
  });
}

function touchpoint(
  { id, light, since, maintenance, incidents }: PublicStatus['touchpoints'][number],
  speech: Speech,
): ReactNode {
  const { words } = speech;
  const state = stateOf(light);
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === null);
  return h(
    'section',
    { key: id },
    h('h2', null, h('bdi', null, speech.nameOf(id))),
    h(
      'p',
      null,
      h('span', { className: `chip ${state}` }, `${state === 'none' ? '–' : shapes[state]} ${words.state[state]}`),
      since === null ? null : `, ${words.since(moment(since, speech))}`,
    ),
    maintenance === null
      ? null
      : h('p', null, words.maintenance(moment(maintenance.from, speech), moment(maintenance.to, speech))),
    open.length === 0
      ? null
      : h(
          'ul',
          null,
          ...open.map((incident, key) => h('li', { key }, `${incident.title}, ${begun(incident, speech)}`)),
        ),
  );
}

function pastIncident(id: string, incident: PublicIncident, key: number, speech: Speech) {
  const { words, format } = speech;
  const { title, since, resolvedAt, overWindow } = incident;
  const to = moment(resolvedAt ?? since, speech);
  const lasted = format.duration(Date.parse(resolvedAt ?? since) - Date.parse(since));
  const when = overWindow
    ? `${begun(incident, speech)}; ${digestWords[format.language].gone(to)}`
    : words.lasted(moment(since, speech), to, lasted);
  return h('li', { key }, h('bdi', null, speech.nameOf(id)), `: ${title}, ${when}`);
}

function begun({ since, overWindow }: PublicIncident, speech: Speech): string {
  const at = moment(since, speech);
  return overWindow ? digestWords[speech.format.language].noticed(at) : speech.words.since(at);
}

function stateOf(light: ShownLight): keyof PublicPageWords['state'] {
  return light ?? 'none';
}

/** With its date, because the page is kept for a minute, and by some for longer. */
function moment(at: string, { format, timeZone }: Speech): string {
  return format.stamp(at, timeZone, undefined);
}
