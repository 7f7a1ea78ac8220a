import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { heavyWidget } from './heavy-widget.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
};

interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly version: string;
}

/** The site's own files, read once. Only names that exist are served, so a path cannot lead anywhere else. */
export interface Assets {
  get(name: string): Asset | undefined;
  /** Carries the content's hash, so that browsers may keep it for a year. */
  urlOf(name: string): string;
  textOf(name: string): string;
}

export function readAssets(): Assets {
  const assets = new Map<string, Asset>();
  for (const folder of ['assets', 'broken']) {
    const directory = new URL(`${folder}/`, import.meta.url);
    for (const name of readdirSync(directory)) assets.set(name, toAsset(name, readFileSync(new URL(name, directory))));
  }
  const widget = need(assets, 'heavy-widget.js');
  assets.set('heavy-widget.js', toAsset('heavy-widget.js', heavyWidget(widget.content)));

  return {
    get: (name) => assets.get(name),
    urlOf: (name) => `/assets/${name}?v=${need(assets, name).version}`,
    textOf: (name) => need(assets, name).content.toString('utf8'),
  };
}

function toAsset(name: string, content: Buffer): Asset {
  const type = contentTypes[extname(name)] ?? 'application/octet-stream';
  return { type, content, version: createHash('sha256').update(content).digest('hex').slice(0, 10) };
}

function need(assets: ReadonlyMap<string, Asset>, name: string): Asset {
  const asset = assets.get(name);
  if (asset === undefined) throw new Error(`The demo business has no file "${name}" in assets/ or broken/.`);
  return asset;
}
