import type { FoundContact } from '../../../shared/model/found.ts';
import { isOwnHost } from './ownership.ts';

/** "mysite.com", "your-company.com": hosts that site builders and templates put into their examples. */
const sampleHost =
  /^(my|your)-?(site|web-?site|domain|company|business|e?mail|store|shop|brand)(-?name)?\.(com|net|org|co\.uk|tld)$|^(domain|website|companyname)\.(com|net|org|tld)$|^(ihre?|deine?)-?(firma|domain|website|webseite)\.(de|com|at|ch)$|^(votre|mon)-?(site|domaine|entreprise)\.(fr|com)$|^(tu|su)-?(sitio|dominio|empresa)\.(es|com)$|^(twoja|moja)-?(firma|domena|strona)\.(pl|com)$|^(muster(firma|mann)|beispiel)\.(de|com)$/;
/** Real hosts on which templates make up a name. */
const sampleName =
  /^your[._-]?(e?mail|name|address)$|^(user|name|e?mail|test)@(e?mail|domain|test|example)\.(com|net|org)$/;

/** What a template came with and nobody has replaced: a customer who dials or writes there reaches nobody of the business. */
export function isSample({ kind, value, page }: Pick<FoundContact, 'kind' | 'value' | 'page'>): boolean {
  // Somebody owns these hosts, too.
  if (kind === 'email') return isSampleEmail(value) && !isOwnHost(value, page);
  return kind === 'phone' && isSampleNumber(value.replace(/\D/g, ''));
}

function isSampleEmail(value: string): boolean {
  const [name = '', host = ''] = value.toLowerCase().split('@');
  return sampleHost.test(host) || sampleName.test(name) || sampleName.test(`${name}@${host}`);
}

/**
 * All figures in their order, or a single one that no numbering plan gives away: "123-456-7890", "01 23 45 67 89", "(555) 555-5555",
 * "+7 (999) 999-99-99". Other numbers of one figure are taxis.
 */
function isSampleNumber(digits: string): boolean {
  return (
    /^\d{0,3}?0?(123456789|1234567890|2345678900?)$/.test(digits) ||
    /^\d{0,3}?(0{9,10}|1{9,10}|5{10})$|^[78]?9{10}$/.test(digits)
  );
}
