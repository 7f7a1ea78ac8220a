/** "mysite.com", "your-company.com": hosts that site builders and templates put into their examples. */
const sampleHost =
  /^(my|your|the)?-?(site|web-?site|domain|company|business|e?mail|store|shop|brand)(-?name)?\.(com|net|org|co\.uk|tld)$|^(ihre?|deine?)-?(firma|domain|website|webseite)\.(de|com|at|ch)$|^(votre|mon)-?(site|domaine|entreprise)\.(fr|com)$|^(tu|su)-?(sitio|dominio|empresa)\.(es|com)$|^(twoja|moja)-?(firma|domena|strona)\.(pl|com)$|^(muster(firma|mann)|beispiel)\.(de|com)$/;
/** Real hosts on which templates make up a name. */
const sampleName =
  /^(your|my)[._-]?(e?mail|name|address)$|^(user|name|e?mail|test)@(e?mail|domain|test|example)\.(com|net|org)$/;

/** What a template came with and nobody has replaced: a customer who dials or writes there reaches nobody of the business. */
export function isSample({ kind, value }: { readonly kind: string; readonly value: string }): boolean {
  if (kind === 'email') return isSampleEmail(value);
  return kind === 'phone' && isSampleNumber(value.replace(/\D/g, ''));
}

function isSampleEmail(value: string): boolean {
  const [name = '', host = ''] = value.toLowerCase().split('@');
  return sampleHost.test(host) || sampleName.test(name) || sampleName.test(`${name}@${host}`);
}

/** All figures in their order, or one figure only, behind whatever country code: "123-456-7890", "01 23 45 67 89", "(555) 555-5555". */
function isSampleNumber(digits: string): boolean {
  return /^\d{0,3}?0?(123456789|1234567890|2345678900?)$/.test(digits) || /^\d{0,3}?(\d)\1{8,9}$/.test(digits);
}
