import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface Block {
  /** `README.md` */
  readonly file: string;
  readonly line: number;
  /** `sh`, `yaml` ...; empty for a drawing or an output. */
  readonly language: string;
  readonly text: string;
}

/** Everything that people read here, as paths from the repository's root. */
export function documents(): string[] {
  const within = (folder: string): string[] =>
    readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')));
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...within('docs'), ...within('examples')].toSorted();
}

export function read(file: string): string {
  return readFileSync(path.join(repository, file), 'utf8');
}

export function blocks(file: string): Block[] {
  const found: Block[] = [];
  let open: { line: number; language: string; text: string[] } | null = null;
  for (const [index, line] of read(file).split('\n').entries()) {
    const fence = /^\s*```(\w*)/.exec(line);
    if (fence === null) open?.text.push(line);
    else if (open === null) open = { line: index + 1, language: fence[1] ?? '', text: [] };
    else {
      found.push({ file, line: open.line, language: open.language, text: open.text.join('\n') });
      open = null;
    }
  }
  if (open !== null) throw new Error(`${file}:${open.line} opens a block that nothing closes.`);
  return found;
}

/** The text without its blocks and without what stands in backticks. */
export function prose(file: string): string {
  return read(file)
    .replaceAll(/^\s*```[\s\S]*?^\s*```/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => (code.includes('](') ? '' : code));
}

/** The anchors that GitHub gives a page's headings. */
export function anchors(file: string): Set<string> {
  const text = read(file).replaceAll(/^\s*```[\s\S]*?^\s*```/gm, '');
  const seen = new Map<string, number>();
  const all = [...text.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(all);
}
