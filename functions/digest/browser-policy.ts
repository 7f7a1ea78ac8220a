/**
 * What a browser may do with the files that are written for it: show the styles that stand in them and nothing else. They
 * quote pages and customers, so whatever might ever slip through as markup runs nothing, loads nothing and sends nothing.
 */
const stylesOnly = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report also holds its pictures. */
export function reportForBrowsers(html: string): string {
  return withPolicy(html, `${stylesOnly}; img-src data:`);
}

/** A mail as a file for a browser; mail programs have rules of their own. */
export function mailForBrowsers(html: string): string {
  return withPolicy(html, stylesOnly);
}

/** First in the head: it rules over what stands behind it. */
function withPolicy(html: string, policy: string): string {
  return html.replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${policy}"/>`);
}
