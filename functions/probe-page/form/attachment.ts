/** A small file that says what it is, as Playwright wants it. */
export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const pdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 60]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj',
  '4 0 obj<</Length 43>>stream',
  'BT /F 12 Tf 20 25 Td (Touchlight test) Tj ET',
  'endstream endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n');
/** One white pixel each. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsjIMFAAAAABJRU5ErkJggg==';
const gif = 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';

const kinds: readonly {
  readonly accepted: RegExp;
  readonly extension: string;
  readonly mimeType: string;
  readonly content: Buffer;
}[] = [
  { accepted: /^$|pdf|\*\/\*/, extension: 'pdf', mimeType: 'application/pdf', content: Buffer.from(pdf) },
  { accepted: /png|image\/\*/, extension: 'png', mimeType: 'image/png', content: Buffer.from(png, 'base64') },
  { accepted: /gif/, extension: 'gif', mimeType: 'image/gif', content: Buffer.from(gif, 'base64') },
  { accepted: /txt|text\//, extension: 'txt', mimeType: 'text/plain', content: Buffer.from('Touchlight test') },
];

/**
 * What a visitor would attach, of a kind that the field takes. A kind that we cannot make is imitated by its name: the page
 * looks at no more than that.
 * @param accept the field's attribute, as written
 */
export function attachmentFor(accept: string): Attachment {
  const wanted = accept.toLowerCase();
  const kind = kinds.find(({ accepted }) => accepted.test(wanted));
  if (kind !== undefined) {
    return { name: `touchlight-test.${kind.extension}`, mimeType: kind.mimeType, buffer: kind.content };
  }
  const extension = /\.(\w+)/.exec(wanted)?.[1] ?? /\/(\w+)/.exec(wanted)?.[1] ?? 'txt';
  const mimeType = /\w+\/[\w.+-]+/.exec(wanted)?.[0] ?? 'application/octet-stream';
  return { name: `touchlight-test.${extension}`, mimeType, buffer: Buffer.from('Touchlight test') };
}
