import type { Format } from '../../model/format.ts';
import type { FileName, FileSeen, PageLoadStatements } from './statements.ts';

type Party = NonNullable<PageLoadStatements['page-load/weight']['thirdParty']>;

/** "www.googletagmanager.com/gtm.js (Google Tag Manager)". @param embedded what a file in the page itself is called */
export function nameFile({ address, service }: FileName, embedded: string): string {
  return withNotes(address ?? embedded, service);
}

/** "/app.js (180 kB) and www.googletagmanager.com/gtm.js (Google Tag Manager, 90 kB)" */
export function listFiles(files: readonly FileSeen[], embedded: string, { list, measured }: Format): string {
  return list(
    files.map(({ address, service, bytes }) => withNotes(address ?? embedded, service, measured(bytes, 'bytes'))),
  );
}

/** "Google Tag Manager (googletagmanager.com)" */
export function nameParty({ service, domain }: Party): string {
  return service === undefined ? domain : withNotes(service, domain);
}

function withNotes(name: string, ...notes: readonly (string | undefined)[]): string {
  const known = notes.filter((note) => note !== undefined);
  return known.length === 0 ? name : `${name} (${known.join(', ')})`;
}
