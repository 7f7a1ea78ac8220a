import { createElement as h, type ReactElement } from 'react';
import { placeWords } from '../../../shared/i18n/places/places.ts';
import { shapes } from '../../../shared/look/lights.ts';
import { stackedPart as part } from '../../../shared/look/stacked-part.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Formats } from '../formats.ts';
import { nothing } from '../view.ts';
import type { Criteria } from './read-criteria.ts';

type Row = Criteria['found']['table'][number];
type Share = Row['overall'] | undefined;

/** With more columns nobody finds a row's end. */
const contactsShown = 12;

/** Criteria by employees: questions by section, and how well each person met them. */
export function criteriaTable({ template, found }: Criteria, formats: Formats): ReactElement {
  const words = placeWords[formats.language].criteria;
  const title = `${words.heading}: ${shorten(oneLine(template.title), 100)}`;
  const all = [...new Set(found.table.flatMap(({ byContact }) => byContact.map(({ contact }) => contact)))].sort();
  const contacts = all.slice(0, contactsShown);
  const heads = [words.question, words.everybody, ...contacts.map((each) => shorten(oneLine(each), 40))];
  const bodies = template.sections.map((section) => sectionRows(section, { template, found }, contacts, formats));
  const more = (found.contacts ?? all.length) - contacts.length;
  return h(
    'div',
    { key: template.title },
    h('h3', null, title),
    h(
      'div',
      { className: 'wide', tabIndex: 0, role: 'region', 'aria-label': title },
      part(
        'table',
        { className: 'criteria stacked' },
        part(
          'thead',
          null,
          part('tr', null, ...heads.map((head) => part('th', { key: head, scope: 'col' }, h('bdi', null, head)))),
        ),
        ...bodies,
      ),
    ),
    h('p', { className: 'mute' }, more > 0 ? `${words.note} ${words.more(more)}` : words.note),
  );
}

function sectionRows(
  { id, title }: Criteria['template']['sections'][number],
  { template, found }: Criteria,
  contacts: readonly string[],
  formats: Formats,
): ReactElement {
  const score = found.sections.find((section) => section.id === id)?.score ?? null;
  const { everybody } = placeWords[formats.language].criteria;
  const cell = (key: string, label: string, share: Share): ReactElement =>
    part('td', { key, className: 'number', 'data-label': label }, shareOf(share, template, formats));
  return part(
    'tbody',
    { key: id },
    part(
      'tr',
      null,
      part(
        'th',
        { scope: 'rowgroup', colSpan: contacts.length + 2 },
        h('b', null, h('bdi', null, shorten(oneLine(title), 100))),
        score === null ? null : ` ${percent(score, formats)}`,
      ),
    ),
    ...found.table
      .filter(({ section }) => section === id)
      .map(({ ask, overall, byContact }, n) =>
        part(
          'tr',
          { key: n },
          part('th', { scope: 'row' }, h('bdi', null, shorten(oneLine(ask), 300))),
          cell('all', everybody, overall),
          ...contacts.map((contact) =>
            cell(
              contact,
              shorten(oneLine(contact), 40),
              byContact.find((each) => each.contact === contact),
            ),
          ),
        ),
      ),
  );
}

function shareOf(share: Share, { bounds }: Criteria['template'], formats: Formats): ReactElement | string {
  if (share === undefined || share === null) return nothing;
  const light: Light = share.share >= bounds.green ? 'green' : share.share < bounds.red ? 'red' : 'yellow';
  const says = `${shapes[light]} ${percent(share.share, formats)}`;
  return h('span', null, h('span', { className: `chip ${light}` }, says), ` (${formats.number(share.n)})`);
}

/** Rounded down: one who failed once is not at 100%. */
function percent(share: number, { measured }: Formats): string {
  return measured(Math.floor(share * 100 + 1e-9) / 100, 'ratio');
}
