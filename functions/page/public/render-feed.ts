import { createHash } from 'node:crypto';
import XMLBuilder from 'fast-xml-builder';
import { publicPageWords } from '../../../shared/i18n/public-page/public-page.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { businessOf, withBusiness } from '../../../shared/model/check-id.ts';
import { harmless } from '../../../shared/model/foreign-text.ts';
import type { PublicIncident, PublicStatus } from '../../../shared/model/public-status.ts';
import { paths } from '../paths.ts';
import { publicNames } from './public-names.ts';

/** Before the first incident, a feed must carry some date: this one never changes. */
const longAgo = '2026-01-01T00:00:00.000Z';

/**
 * The incidents of the public page as Atom (RFC 4287): an entry per incident, which is new again when it is resolved.
 * @param page where the page is; it ends with a slash where it has a path
 */
export function renderFeed(status: PublicStatus, configuration: Configuration, page: string): string {
  const { language } = configuration;
  const nameOf = publicNames(configuration);
  const business = businessOf(configuration.touchpoints[0]?.id ?? '');
  const fullId = (id: string): string => (business === null ? id : withBusiness(business, id));
  const words = publicPageWords[language];
  const entries = status.touchpoints
    .flatMap(({ id, incidents }) => incidents.map((incident) => entryOf(incident, nameOf(id), fullId(id))))
    .toSorted((a, b) => (a.updated < b.updated ? 1 : -1));
  const address = (path: string): string => new URL(`.${path}`, page).href;
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': language,
      id: address(paths.publicPage),
      title: harmless(words.title(status.business)),
      updated: entries[0]?.updated ?? longAgo,
      author: { name: harmless(status.business) },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': address(paths.publicFeed) },
        { '@rel': 'alternate', '@type': 'text/html', '@href': address(paths.publicPage) },
      ],
      entry: entries.map(({ id, title, state, published, updated }) => ({
        id,
        title: harmless(title),
        published,
        updated,
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': address(paths.publicPage) },
        content: { '@type': 'text', '#text': harmless(`${title}. ${words[state]}.`) },
      })),
    },
  });
}

/** @param touchpointId of a fleet's business with the business before it: two businesses may have alike incidents at the same minute */
function entryOf({ title, since, resolvedAt }: PublicIncident, touchpoint: string, touchpointId: string) {
  // Of what is public only: a hash of a check's id could be guessed.
  const name = createHash('sha256')
    .update(JSON.stringify([touchpointId, title, since]))
    .digest('hex');
  return {
    id: `urn:sha256:${name}`,
    title: `${touchpoint}: ${title}`,
    state: resolvedAt === null ? ('open' as const) : ('resolved' as const),
    published: since,
    updated: resolvedAt ?? since,
  };
}
