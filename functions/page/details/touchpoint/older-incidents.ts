import { createElement as h } from 'react';
import type { Touchpoint } from '../../../../shared/model/business.ts';
import type { PageFrame } from '../../page-frame.ts';
import { touchpointPath } from '../../paths.ts';
import { renderPage } from '../../views/layout.ts';
import { pastIncidentsPart } from './past-incidents.ts';
import type { PastIncidents } from './read-touchpoint.ts';

export function renderOlderIncidents(touchpoint: Touchpoint, past: PastIncidents, frame: PageFrame): string {
  const name = frame.naming.nameOf(touchpoint.id);
  return renderPage({
    language: frame.language,
    title: `${name}: ${frame.configuration.business}`,
    frame,
    body: [
      h('header', null, h('h1', null, h('a', { href: touchpointPath(touchpoint.id) }, name))),
      pastIncidentsPart({ touchpoint, past }, frame, true),
    ],
  });
}
