// Draws the site's pictures again: npx node examples/demo-business/artwork/draw.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../../../shared/browser/launch.ts';
import { type Picture, scenes } from './scenes.ts';

const files: readonly { scene: keyof typeof scenes; width: number; quality: number; name: string }[] = [
  { scene: 'hero', width: 640, quality: 0.74, name: 'hero-640.webp' },
  { scene: 'hero', width: 780, quality: 0.3, name: 'hero-780.webp' },
  { scene: 'hero', width: 1440, quality: 0.68, name: 'hero-1440.webp' },
  { scene: 'roasting', width: 640, quality: 0.62, name: 'roasting.webp' },
  { scene: 'brewing', width: 640, quality: 0.7, name: 'brewing.webp' },
  { scene: 'cupping', width: 640, quality: 0.66, name: 'cupping.webp' },
];
const assets = new URL('../assets/', import.meta.url);
const wanted = process.argv.slice(2);

const browser = await launchBrowser();
try {
  const page = await browser.context.newPage();
  for (const [name, draw] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const picture = draw();
    for (const file of files.filter(({ scene }) => scene === name)) {
      save(file.name, await page.evaluate(encode, { ...transport(picture), ...file, type: 'image/webp' }));
    }
  }
  await page.setViewportSize({ width: 48, height: 48 });
  await page.setContent(`<body style="margin:0">${readFileSync(new URL('favicon.svg', assets), 'utf8')}`);
  writeFileSync(new URL('favicon.png', assets), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}

function transport({ width, height, pixels }: Picture) {
  return { fullWidth: width, fullHeight: height, pixels: Buffer.from(pixels.buffer).toString('base64') };
}

/** Runs in the page: scales the picture down and encodes it. */
async function encode(wanted: {
  fullWidth: number;
  fullHeight: number;
  pixels: string;
  width: number;
  quality: number;
  type: string;
}): Promise<string> {
  const bytes = Uint8ClampedArray.from(atob(wanted.pixels), (character) => character.charCodeAt(0));
  const full = new OffscreenCanvas(wanted.fullWidth, wanted.fullHeight);
  full.getContext('2d')?.putImageData(new ImageData(bytes, wanted.fullWidth), 0, 0);
  const height = Math.round((wanted.width * wanted.fullHeight) / wanted.fullWidth);
  const small = new OffscreenCanvas(wanted.width, height);
  const context = small.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to draw on.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(full, 0, 0, wanted.width, height);
  const blob = await small.convertToBlob({ type: wanted.type, quality: wanted.quality });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}

function save(name: string, base64: string): void {
  const content = Buffer.from(base64, 'base64');
  writeFileSync(new URL(name, assets), content);
  console.log(`${name}: ${content.length} bytes`);
}
