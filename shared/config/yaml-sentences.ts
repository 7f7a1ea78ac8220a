import type { ErrorCode, YAMLError } from 'yaml';
import { shown } from './redact.ts';

/** The YAML package's own words are for people who know YAML's grammar; these are for people who write a file. */
const sentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias (*name) cannot be marked itself; write the value instead',
  BAD_ALIAS: 'a text may not begin with "*" here; put it in quotes',
  BAD_DIRECTIVE: 'a line may not begin with "%"; put the text in quotes',
  BAD_DQ_ESCAPE:
    'an unknown escape stands behind a backslash in double quotes; write the backslash twice, or use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines above; keys of one group begin in the same column',
  BAD_PROP_ORDER: 'a mark (&name or !tag) stands in the wrong place; leave it out',
  BAD_SCALAR_START: 'a text may not begin with this sign; put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'there are two keys in one: put a text that contains ": " in quotes, begin a new line for each key, and indent keys of one group alike',
  BLOCK_IN_FLOW: 'a text of several lines (| or >) may not stand inside { } or [ ]; write it in quotes',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters; is a line break or a quote missing?',
  MULTILINE_IMPLICIT_KEY:
    'a line has no colon, so it is neither a key nor a value; write "key: value", with a space after the colon',
  MULTIPLE_DOCS: 'a second document begins here with "---"; keep one document in the file',
  MULTIPLE_ANCHORS: 'two marks (&name) stand on one value; keep one',
  MULTIPLE_TAGS: 'two tags (!name) stand on one value; leave them out',
  NON_STRING_KEY: 'a key must be a plain word; put it in quotes if it is one',
  RESOURCE_EXHAUSTION: 'the file is nested too deeply to be read; a configuration has about six levels',
  TAB_AS_INDENT: 'a tab is used to indent; YAML wants spaces: replace the tab with two spaces',
  TAG_RESOLVE_FAILED: 'a tag (!name) is not known here; leave it out, or put a text that begins with "!" in quotes',
  BAD_COLLECTION_TYPE: 'a tag (!name) does not fit the value; leave it out',
};

export const mergeSentence = 'merging groups with "<<" is not supported; write the keys out';

export function yamlSentence({ code, message, pos }: YAMLError, text: string): string {
  const unclosed = /end with a (?<sign>[\]}])/i.exec(message)?.groups?.['sign'];
  if (unclosed === '}') return 'a group is opened with { and never closed; add }';
  if (unclosed === ']') return 'a list is opened with [ and never closed; add ]';
  const rest = text.slice(pos[0], pos[0] + 100);
  switch (code) {
    case 'DUPLICATE_KEY':
      return `${shown(/^["']?(?<key>[^:"'\s]+)/.exec(rest)?.groups?.['key'])} is given twice in the same group; keep one of the two`;
    case 'MISSING_CHAR':
      return missingSentence(message);
    case 'BAD_SCALAR_START':
      return `a text may not begin with ${shown(rest.slice(0, 1))}; put the text in quotes`;
    case 'UNEXPECTED_TOKEN':
      return rest.trim() === ''
        ? 'something is missing here; compare with the lines above'
        : `${shown(rest.slice(0, 1))} is not expected here; put the text in quotes, or compare the indentation with the lines above`;
    default:
      return sentences[code] ?? 'the file cannot be read as YAML from here on; compare with the lines above';
  }
}

function missingSentence(message: string): string {
  if (/quote/i.test(message)) return 'a quote is opened here and never closed; add the closing quote';
  if (/followed by map values/i.test(message))
    return 'this key has no value; write "key: value", with a space after the colon';
  if (/,/.test(message)) return 'a comma is missing between two items';
  return 'a sign is missing here, such as a space behind ":" or "-", or a closing bracket';
}
