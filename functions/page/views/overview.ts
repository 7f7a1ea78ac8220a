import { createElement as h } from 'react';
import { boardLightAt } from '../../../shared/evaluation/board/board-entry.ts';
import { alertMessages } from '../../../shared/i18n/alerts.ts';
import type { BoardEntry } from '../../../shared/model/board.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { worstFirst } from '../../../shared/model/light.ts';
import type { PageDeps, Session } from '../page-deps.ts';
import { touchpointPath } from '../paths.ts';
import { renderPage } from './layout.ts';

/** All touchpoints, worst first. */
export function renderOverview(
  entries: readonly BoardEntry[],
  { who }: Session,
  { configuration, now }: Pick<PageDeps, 'configuration' | 'now'>,
): string {
  const { business, language } = configuration;
  const at = toInstant(now());
  const words = alertMessages[language].light;
  const rows = worstFirst(entries, (entry) => boardLightAt(entry, at)).map((entry) => {
    const light = boardLightAt(entry, at);
    return h(
      'li',
      { key: entry.touchpointId },
      h('a', { href: touchpointPath(entry.touchpointId) }, entry.touchpointId),
      ` ${light === null ? '–' : words[light]}`,
    );
  });
  return renderPage({
    language,
    title: business,
    body: [h('h1', null, business), h('ul', null, ...rows), h('p', null, who)],
  });
}
