import { isIP } from 'node:net';
import { z } from 'zod';
import type { Check } from '../../shared/model/check.ts';
import { formatCheckId, parseCheckId } from '../../shared/model/check-id.ts';
import type { Result } from '../../shared/model/result.ts';
import { createStandIns, type StandIns } from './stand-ins.ts';

type Json = z.core.util.JSONType;
const jsonSchema: z.ZodType<Json> = z.json();

/** Under these names the probes say one of a few words of their own. */
const choices = new Set(
  `kind purpose purposes role type submit captcha what shows meaning vendor why mode to device outcome cause unit platform by side
  language visit ended step state reason tag code contentType timeZone`.split(/\s+/),
);
const choice =
  /^([a-z]+([-+.][a-z0-9]+)*|[A-Z][A-Z0-9_]+|[a-z]+\/[a-z0-9.+-]+(; ?charset=[\w-]+)?|[A-Z][a-z]+\/[A-Za-z_]+)$/;
const statementId = /^[a-z]+(-[a-z]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const scheme = /^[a-z][a-z0-9+.-]*:\S+$/i;
/** Written by developers, or taken from a public list. */
const codeNames = new Set(
  `anchor selector coveredBy message userAgent service vendor captcha browser by testKey ipFamily part`.split(/\s+/),
);
/** Under these, `name` is what a form calls a field, or the file of a picture. */
const namedLists = new Set(['fields', 'pictures']);
const ownKey = /^[a-z][A-Za-z0-9]{0,40}$/;
/** Longer numbers are ids, unless their names say what they count. */
const longestNumber = 999_999_999;
const counted = /(Ms|Bytes|Seconds|Minutes)$/;

/** A check and what it came to, without anything that may be personal; with the stand-ins, for what belongs to the same report. */
export function replacePersonal(check: Check, result: Result): { check: Check; result: Result; standIns: StandIns } {
  const standIns = createStandIns(check.url === null ? [] : [new URL(check.url).hostname]);
  const { evidence, ...rest } = result;
  const page = check.page === null ? null : standIns.text(check.page);
  const id = formatCheckId({ ...parseCheckId(check.id), page });
  return {
    standIns,
    check: {
      ...check,
      id,
      page,
      url: check.url === null ? null : standIns.url(check.url),
      options: record(check.options, standIns),
    },
    result: {
      ...rest,
      checkId: id,
      reason: statement(result.reason, standIns),
      facts: Object.fromEntries(Object.entries(result.facts).map(([name, each]) => [name, statement(each, standIns)])),
      details: record(result.details, standIns),
      nudges: (result.nudges ?? []).map(({ at, says }) => ({ at, says: statement(says, standIns) })),
      // Where they lie says who keeps them.
      evidence: evidence.map(({ name, contentType }) => ({ name, contentType, reference: name })),
    },
  };
}

function statement({ id, params }: Result['reason'], standIns: StandIns): Result['reason'] {
  return { id, params: record(params, standIns) };
}

function record(value: Readonly<Record<string, unknown>>, standIns: StandIns): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      ownKey.test(key) ? key : standIns.text(key),
      replaced(jsonSchema.parse(each), [key], standIns),
    ]),
  );
}

/** @param path the keys that lead to it, the nearest first */
function replaced(value: Json, path: readonly string[], standIns: StandIns): Json {
  if (typeof value === 'string') return replacedText(value, path, standIns);
  if (typeof value === 'number') return replacedNumber(value, path[0] ?? '', standIns);
  if (Array.isArray(value)) return value.map((each) => replaced(each, path, standIns));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      ownKey.test(key) ? key : standIns.text(key),
      replaced(each, [key, ...path], standIns),
    ]),
  );
}

function replacedText(value: string, [key = '', list = '']: readonly string[], standIns: StandIns): string {
  if (instant.test(value)) return value;
  if (isIP(value) !== 0) return standIns.host(value);
  if (key === 'id') return statementId.test(value) ? value : standIns.text(value);
  if (choices.has(key) && choice.test(value)) return value;
  if (codeNames.has(key) || (key === 'name' && namedLists.has(list))) return standIns.code(value);
  return scheme.test(value) ? standIns.url(value) : standIns.text(value);
}

function replacedNumber(value: number, key: string, standIns: StandIns): number {
  if (!Number.isInteger(value) || Math.abs(value) <= longestNumber || counted.test(key)) return value;
  return Number(standIns.text(String(value)));
}
