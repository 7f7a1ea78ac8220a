import thirdPartyWeb from 'third-party-web/nostats-subset.js';

/** The name by which people know what answers at a host ("Google Tag Manager"); undefined where the list has none. */
export function serviceAt(hostname: string): string | undefined {
  const listed = thirdPartyWeb.getEntity(hostname);
  // "Other Google APIs/SDKs" is a heading of the list: the company's name says more.
  return listed?.name.startsWith('Other ') ? listed.company : listed?.name;
}
