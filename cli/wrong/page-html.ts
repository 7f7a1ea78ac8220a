import type { PartElement, PartNode } from '../../functions/probe-page/page-part.ts';
import type { StandIns } from './stand-ins.ts';

/** A part of a page as it was found. */
export interface PagePart {
  readonly url: string;
  readonly language: string;
  /** As the page sets it for phones; null where it does not, and phones show it smaller. */
  readonly viewport: string | null;
  readonly body: PartElement;
}

const addresses = new Set('href src action formaction data poster cite xlink:href'.split(' '));
const texts = new Set('alt title placeholder value label aria-label aria-description content summary'.split(' '));
/** They hold pictures, or repeat an address in many sizes. */
const left = new Set('srcset sizes srcdoc integrity nonce imagesrcset'.split(' '));
const plainName = /^[a-z][a-z0-9:._-]{0,40}$/i;
const withoutEnd = new Set('area br col embed hr img input link meta source track wbr'.split(' '));

/** A page of its own, with stand-ins for what may be personal. Nothing in it runs or is fetched by itself. */
export function pageHtml({ url, language, viewport, body }: PagePart, standIns: StandIns): string {
  const lang = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? ` lang="${language}"` : '';
  return [
    '<!doctype html>',
    `<!-- A part of ${escaped(standIns.url(url)).replaceAll('--', '- -')}, with stand-ins. Scripts and style sheets are left out; styles that hide or move something are written out. -->`,
    `<html${lang}>`,
    `<head><meta charset="utf-8">${viewport === null ? '' : `<meta name="viewport" content="${escaped(standIns.code(viewport))}">`}`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"></head>`,
    nodeHtml(body, standIns, 0),
    '</html>',
    '',
  ].join('\n');
}

function nodeHtml(node: PartNode, standIns: StandIns, depth: number): string {
  if (typeof node === 'string') return escaped(standIns.text(node));
  const tag = plainName.test(node.tag) ? node.tag : 'div';
  const style = node.style === '' ? '' : ` style="${escaped(standIns.code(node.style))}"`;
  const attributes = node.attributes.flatMap(([name, value]) => attributeHtml(name, value, standIns)).join('');
  const start = `<${tag}${attributes}${style}>`;
  if (withoutEnd.has(tag)) return start;
  const inner = node.children.map((child) => nodeHtml(child, standIns, depth + 1));
  const isBox = node.children.some((child) => typeof child !== 'string');
  const indent = '\n'.padEnd(Math.min(depth, 20) + 1);
  const content = isBox ? inner.map((each) => `${indent} ${each}`).join('') + indent : inner.join('');
  return `${start}${content}</${tag}>`;
}

function attributeHtml(name: string, value: string, standIns: StandIns): string[] {
  if (!plainName.test(name) || left.has(name)) return [];
  if (value === '') return [` ${name}`];
  if (name === 'src' && value.startsWith('data:')) return [];
  const replaced = addresses.has(name)
    ? addressOf(value, standIns)
    : texts.has(name)
      ? standIns.text(value)
      : standIns.code(value);
  return [` ${name}="${escaped(replaced)}"`];
}

function addressOf(value: string, standIns: StandIns): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(value) ? standIns.url(value) : standIns.text(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
