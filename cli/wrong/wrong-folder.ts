import path from 'node:path';
import { touchlightVersion } from '../../shared/config/touchlight-version.ts';
import { findingOf, judge } from '../../shared/evaluation/incidents/judge.ts';
import { shownLight } from '../../shared/evaluation/incidents/light-at.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import type { Check } from '../../shared/model/check.ts';
import type { ShownLight } from '../../shared/model/light.ts';
import { parseJson } from '../../shared/model/parse-json.ts';
import type { Result } from '../../shared/model/result.ts';
import { tolerant } from '../../shared/model/tolerant.ts';
import { type Waterfall, waterfallSchema } from '../../shared/model/waterfall.ts';
import type { EvidenceReader } from '../../shared/ports/evidence-store.ts';
import { fileNameOfCheck, fileNameOfInstant } from '../local/file-names.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import { type PagePart, pageHtml } from './page-html.ts';
import { readmeFor } from './readme.ts';
import { replacePersonal } from './replace-personal.ts';
import type { StandIns } from './stand-ins.ts';
import { untilThen } from './until-then.ts';

export interface WrittenReport {
  /** Absolute. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly pictures: readonly string[];
  readonly light: ShownLight;
  readonly sentence: string;
}

interface Written {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a folder that can be attached to a bug report, for its owner alone.
 * @param parent where it is made
 * @throws StorageError
 */
export async function writeWrongFolder(
  given: {
    readonly check: Check;
    readonly result: Result;
    readonly evidence: EvidenceReader;
    /** Of the site as it is now. */
    readonly pages: readonly PagePart[];
  },
  parent: string,
  now: string,
): Promise<WrittenReport> {
  const { check, result, standIns } = replacePersonal(given.check, given.result);
  const verdict = verdictOn(check, result);
  const { pictures, requests } = await copyEvidence(given.result, given.evidence, standIns);
  const report = { version: 1, touchlight: touchlightVersion(), ...verdict, check: describe(check), result };
  const pages = given.pages.map((page, n): Written => ({ name: pageName(n), content: pageHtml(page, standIns) }));
  const files: readonly Written[] = [{ name: 'result.json', content: jsonText(report) }, ...pages, ...requests];
  const names = { files: files.map(({ name }) => name), pictures: pictures.map(({ name }) => name) };
  const { checkId, scheduledAt } = result;
  const readme = readmeFor({
    checkId,
    scheduledAt,
    ...verdict,
    ...names,
    untilThen: untilThen(check, verdict.finding),
  });
  const folder = path.join(parent, `wrong-${fileNameOfCheck(checkId)}-${fileNameOfInstant(now)}`);
  const all: readonly Written[] = [...files, ...pictures, { name: 'README.md', content: readme }];
  for (const { name, content } of all) await writeFileAtomically('The report', path.join(folder, name), content);
  return { folder, files: all.map(({ name }) => name), pictures: names.pictures, ...verdict };
}

function pageName(index: number): string {
  return index === 0 ? 'page.html' : `page-${index + 1}.html`;
}

/** Of what was replaced, so that the sentence holds nothing else. */
function verdictOn(check: Check, result: Result) {
  const judgement = judge(result, check);
  const { light } = judgement;
  const finding = findingOf(judgement, result);
  const { sentence } = wordFinding(finding, check.probe, 'en');
  return { light: shownLight(light, result.outcome), sentence, finding };
}

async function copyEvidence({ evidence }: Result, reader: EvidenceReader, standIns: StandIns) {
  const pictures = evidence.filter(({ contentType }) => /^image\/(jpeg|png|webp)$/.test(contentType));
  const requests = evidence.filter(({ name }) => name.endsWith('requests.json'));
  return {
    pictures: (await Promise.all(pictures.map((each) => copied(each, reader)))).flat(),
    requests: (await Promise.all(requests.map((each) => waterfall(each, reader, standIns)))).flat(),
  };
}

/** Without what alone concerns alerting. */
function describe({ probe, device, page, url, options, thresholds }: Check) {
  return { probe, device, page, url, options, thresholds };
}

/** What is not there any more is left out. */
async function copied({ name, reference }: Result['evidence'][number], evidence: EvidenceReader): Promise<Written[]> {
  const bytes = await evidence.read(reference);
  return bytes === null ? [] : [{ name: path.basename(name), content: bytes }];
}

async function waterfall(
  { reference }: Result['evidence'][number],
  evidence: EvidenceReader,
  standIns: StandIns,
): Promise<Written[]> {
  const bytes = await evidence.read(reference);
  const read = tolerant(waterfallSchema).safeParse(bytes === null ? null : parseJson(Buffer.from(bytes).toString()));
  return read.success ? [{ name: 'requests.json', content: jsonText(anonymous(read.data, standIns)) }] : [];
}

function anonymous(all: Waterfall, standIns: StandIns): Waterfall {
  return {
    ...all,
    url: standIns.url(all.url),
    requests: all.requests.map((each) => ({
      ...each,
      url: standIns.url(each.url),
      thirdParty: each.thirdParty === null ? null : standIns.host(each.thirdParty),
    })),
  };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
