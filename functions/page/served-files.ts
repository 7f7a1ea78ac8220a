import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { PageApp } from './page-deps.ts';
import { paths } from './paths.ts';
import { pageScript } from './views/page-script.ts';
import { pageStyles } from './views/page-styles.ts';

interface ServedFile {
  /** With its content's hash, so that a new version has a new address. */
  readonly address: string;
  readonly text: string;
  readonly hash: string;
}

function servedFile(path: string, text: string): ServedFile {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  return { address: `${path}?v=${hash}`, text, hash };
}

export const stylesFile = servedFile(paths.styles, pageStyles);
export const scriptFile = servedFile(paths.script, pageScript);

/** Styles and script are no secret: the page that lets nobody in needs the styles, too. */
export function addServedFiles(app: PageApp): void {
  app.get(paths.styles, (context) => serve(context, stylesFile, 'text/css; charset=utf-8'));
  app.get(paths.script, (context) => serve(context, scriptFile, 'text/javascript; charset=utf-8'));
}

function serve(context: Context, { text, hash }: ServedFile, contentType: string): Response {
  const tag = `"${hash}"`;
  const isThisOne = context.req.query('v') === hash;
  context.header('Cache-Control', isThisOne ? 'public, max-age=31536000, immutable' : 'no-cache');
  context.header('ETag', tag);
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304);
  return context.body(text, 200, { 'Content-Type': contentType });
}
