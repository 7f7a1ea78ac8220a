import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleStep } from '../../infra/packaging/bundle-code.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { type Step, steps } from '../../shared/model/stack-names.ts';

const mb = 1024 * 1024;
/** Lambda's own limit, unzipped; the browser's functions stay well below it. */
const browserLimitMb = 200;
const smallLimitMb = 1.5;
const coldImportLimitMs = 300;

/** Bundles every function and imports each in a process of its own. */
export function benchSize(): boolean {
  const reading = parseConfiguration(
    'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
    'a.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error('The size report has no valid configuration.');
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-size-'));
  try {
    return steps
      .map((step) => {
        const bundle = bundleStep(step, reading.configuration, folder);
        const megabytes = sizeOf(bundle) / mb;
        const ms = Math.min(...[1, 2, 3, 4, 5].map(() => coldImportMs(bundle)));
        const browser = isBrowser(step);
        const kept = megabytes <= (browser ? browserLimitMb : smallLimitMb) && (browser || ms <= coldImportLimitMs);
        const limits = browser ? `at most ${browserLimitMb} MB` : `at most ${smallLimitMb} MB, ${coldImportLimitMs} ms`;
        console.log(
          `${kept ? 'ok  ' : 'FAIL'} ${step.padEnd(17)} ${megabytes.toFixed(2).padStart(7)} MB  cold import ${String(ms).padStart(4)} ms  (${limits})`,
        );
        return kept;
      })
      .every(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isBrowser(step: Step): boolean {
  return step === 'probe-page' || step === 'probe-lighthouse';
}

function coldImportMs(bundle: string): number {
  const handler = pathToFileURL(path.join(bundle, 'handler.mjs')).href;
  const script = `const t = performance.now(); await import(${JSON.stringify(handler)}); console.log(Math.round(performance.now() - t));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
