import { createElement as h, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { SiteTrouble } from '../../../shared/evaluation/audit/worst-troubles.ts';
import { digestWords } from '../../../shared/i18n/digest.ts';
import { markWords } from '../../../shared/i18n/marks.ts';
import { shapes } from '../../../shared/look/lights.ts';
import { markedPictures, type ShownPicture } from '../../../shared/look/marked-pictures.ts';
import type { Language } from '../../../shared/model/business.ts';
import type { Device } from '../../../shared/model/device.ts';
import { oneLine } from '../../../shared/model/foreign-text.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import type { ShownLight } from '../../../shared/model/light.ts';
import { wordsOf } from '../../../shared/probes/words.ts';
import { reportForBrowsers } from '../browser-policy.ts';
import { formatsFor } from '../formats.ts';
import { reportStyles } from './report-styles.ts';
import { worstSection } from './worst-section.ts';

/** An audit as its page shows it. */
export interface AuditPage {
  readonly url: string;
  readonly startedAt: string;
  readonly timeZone: string;
  /** The worst of its checks. */
  readonly light: ShownLight;
  /** Worst first. */
  readonly troubles: readonly SiteTrouble[];
  readonly checks: readonly AuditPageCheck[];
}

export interface AuditPageCheck {
  readonly probe: string;
  readonly device: Device | null;
  /** Path of a further page; absent or null for the site's own. */
  readonly page?: string | null;
  readonly light: ShownLight;
  /** In the reader's language, as are the figures and what is missing. */
  readonly sentence: string;
  readonly also: readonly string[];
  readonly figures: string;
  readonly gaps: readonly string[];
  readonly pictures: readonly ShownPicture[];
  readonly contacts: readonly FoundContact[];
}

/** One audit as one HTML file that needs nothing beside it: no script, no address to load. */
export function renderAudit(audit: AuditPage, language: Language): string {
  const { audit: words, heading } = markWords[language];
  const { moment } = formatsFor(language, audit.timeZone, null);
  const marked = audit.checks.flatMap((check) => {
    const shown = markedPictures(check.pictures, check.contacts, { caption: nameOf(check, language), language });
    return shown.length === 0 ? [] : [h('div', { key: nameOf(check, language) }, ...shown)];
  });
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${words.title}: ${oneLine(audit.url)}`),
      h('style', null, reportStyles),
    ),
    h(
      'body',
      null,
      h(
        'main',
        null,
        h(
          'header',
          { className: audit.light ?? 'none' },
          h('p', null, h('b', null, words.title)),
          h('h1', null, h('a', { href: audit.url, rel: 'noreferrer' }, h('bdi', null, oneLine(audit.url)))),
          h('p', null, chip(audit.light, language)),
          h('p', { className: 'mute' }, `${words.visitedAt}: ${moment(audit.startedAt)}`),
        ),
        worstSection(
          audit.troubles,
          audit.checks.map(({ light, ...check }) => ({ name: nameOf(check, language), light })),
          {
            language,
            chip: (light) => chip(light, language),
          },
        ),
        ...audit.checks.map((check) => checkSection(check, language)),
        marked.length === 0 ? null : h('section', { 'aria-label': heading }, h('h2', null, heading), ...marked),
      ),
    ),
  );
  return reportForBrowsers(`<!doctype html>${renderToStaticMarkup(page)}\n`);
}

function checkSection(check: AuditPageCheck, language: Language): ReactElement {
  const { light, sentence, also, figures, gaps } = check;
  const name = nameOf(check, language);
  return h(
    'section',
    { key: name, 'aria-label': name },
    h('div', { className: 'title' }, h('h2', null, name), chip(light, language)),
    h('p', null, h('bdi', null, oneLine(sentence))),
    also.length === 0
      ? null
      : h('ul', null, ...also.map((further) => h('li', { key: further }, h('bdi', null, oneLine(further))))),
    figures === ''
      ? null
      : h(
          'details',
          { className: 'mute' },
          h('summary', null, markWords[language].audit.figures),
          h('p', null, figures),
        ),
    ...gaps.map((gap) => h('p', { key: gap, className: 'mute' }, gap)),
  );
}

function nameOf(
  { probe, device, page = null }: Pick<AuditPageCheck, 'probe' | 'device' | 'page'>,
  language: Language,
): string {
  const words = digestWords[language];
  return [wordsOf(probe, language)?.name ?? probe, device === null ? [] : words.full[device], page ?? []]
    .flat()
    .join(', ');
}

function chip(light: ShownLight, language: Language): ReactElement {
  const words = digestWords[language];
  const said =
    light === null ? `– ${markWords[language].audit.nothingToCheck}` : `${shapes[light]} ${words.light[light]}`;
  return h('span', { className: `chip ${light ?? 'none'}` }, said);
}
