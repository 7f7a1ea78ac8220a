import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

/** What a file is to be, for the sentences about one that is something else. */
export interface TextFileKind {
  /** Such as touchpoints.yaml. */
  readonly example: string;
  readonly largestBytes: number;
  readonly tooLarge: (bytes: number) => string;
  /** Where it does not exist. */
  readonly absent: string;
  /** How to name another one. */
  readonly elsewhere: string;
}

type TextReading = { readonly text: string } | { readonly problem: string };

/** Whatever is wrong with the path or the bytes is words that follow the file's name, never an exception. */
export function readTextFile(path: string, kind: TextFileKind): TextReading {
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (stats.isDirectory())
      return { problem: `is a folder; give the path of the file in it, such as ${kind.example}` };
    if (!stats.isFile()) return { problem: `is not an ordinary file; give the path of a ${kind.example}` };
    if (stats.size > kind.largestBytes) return { problem: kind.tooLarge(stats.size) };
    bytes = readFileSync(path);
  } catch (error) {
    return { problem: unreadable(error, kind) };
  }
  const problem = encodingProblem(bytes, kind);
  return problem === null ? { text: new TextDecoder().decode(bytes) } : { problem };
}

function unreadable(error: unknown, { absent, elsewhere }: TextFileKind): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: `does not exist; ${absent}`,
    ENOTDIR: `does not exist, because a part of its path is a file; ${elsewhere}`,
    EACCES: 'may not be read by this user; change its permissions (chmod u+r), or run as its owner',
    EPERM: 'may not be read by this user; change its permissions, or run as its owner',
    ELOOP: 'is a symbolic link that leads back to itself; mend the link',
    ENAMETOOLONG: `has a name longer than the system allows; ${elsewhere}`,
    ERR_INVALID_ARG_VALUE: `is not a path; ${elsewhere.replace('the right path', 'the right one')}`,
  };
  return sentences[code] ?? `cannot be read (${code}); check the disk and the path`;
}

function encodingProblem(bytes: Buffer, { example }: TextFileKind): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'is saved as UTF-16; save it as UTF-8';
  }
  if (bytes.includes(0)) return `is not a text file (it contains NUL bytes); give the path of a ${example}`;
  if (isUtf8(bytes)) return null;
  const line =
    bytes
      .toString('latin1')
      .split('\n')
      .findIndex((each) => !isUtf8(Buffer.from(each, 'latin1'))) + 1;
  return `is not saved as UTF-8: line ${line} holds bytes of another encoding; save it as UTF-8`;
}
