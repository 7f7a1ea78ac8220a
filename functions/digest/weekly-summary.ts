import type { Configuration } from '../../shared/model/business.ts';
import { checkName } from '../../shared/model/check-id.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { type Light, lightsWorstFirst } from '../../shared/model/light.ts';
import type { Status } from '../../shared/model/status.ts';
import type { Range } from '../../shared/ports/stores.ts';

export interface TouchpointWeek {
  readonly id: string;
  readonly statuses: readonly Status[];
  /** Opened within the week. */
  readonly incidents: readonly Incident[];
}

export interface Week {
  readonly business: string;
  readonly timeZone: string;
  readonly range: Range;
  readonly touchpoints: readonly TouchpointWeek[];
}

export interface Summary {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const lightInWords: Readonly<Record<Light, string>> = {
  green: 'green: all is well',
  yellow: 'yellow: worth a look',
  red: 'red: customers are losing out',
  unknown: 'grey: we could not measure',
};

/** The week in plain words: the light of each touchpoint now, and what went wrong since last time. */
export function summarizeWeek(week: Week): Summary {
  const day = (instant: string): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: week.timeZone, day: 'numeric', month: 'long' }).format(
      new Date(instant),
    );
  const blocks = week.touchpoints.map((touchpoint) => ({
    heading: `${touchpoint.id} is ${lightInWords[lightOf(touchpoint.statuses)]}`,
    lines: [...standing(touchpoint.statuses), ...happened(touchpoint.incidents, day)],
  }));
  const lights = week.touchpoints.map(({ statuses }) => lightOf(statuses));
  const subject = `${week.business}: ${counted(lights)}`;
  const period = `From ${day(week.range.from)} to ${day(week.range.to)}`;
  return {
    subject,
    text: [
      period,
      ...blocks.flatMap(({ heading, lines }) => ['', heading, ...lines.map((line) => `- ${line}`)]),
      '',
    ].join('\n'),
    html: [
      `<!doctype html><meta charset="utf-8"><title>${escapeHtml(subject)}</title>`,
      '<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 2em auto">',
      `<p>${escapeHtml(period)}</p>`,
      ...blocks.map(
        ({ heading, lines }) =>
          `<h2 style="font-size: 1.1em">${escapeHtml(heading)}</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
      ),
      '</body>',
    ].join('\n'),
  };
}

/** The worst light decides; a touchpoint that was never measured is unknown, not green. */
function lightOf(statuses: readonly Status[]): Light {
  return lightsWorstFirst.find((light) => statuses.some((status) => status.light === light)) ?? 'unknown';
}

function standing(statuses: readonly Status[]): string[] {
  const notGreen = statuses.filter(({ light }) => light !== 'green');
  if (statuses.length === 0) return ['Nothing has been measured yet.'];
  if (notGreen.length === 0)
    return [statuses.length === 1 ? 'Its check is green.' : `All ${statuses.length} checks are green.`];
  return notGreen.map(
    ({ checkId, light, lastReason }) => `${checkName(checkId)}: ${light === 'unknown' ? 'grey' : light}. ${lastReason}`,
  );
}

function happened(incidents: readonly Incident[], day: (instant: string) => string): string[] {
  return incidents.map(({ checkId, suspectedAt, resolvedAt, worstLight, reason }) => {
    const until = resolvedAt === null ? 'and it still is' : `until ${day(resolvedAt)}`;
    return `${checkName(checkId)} was ${worstLight} from ${day(suspectedAt)} ${until}: ${reason}`;
  });
}

function counted(lights: readonly Light[]): string {
  const parts = lightsWorstFirst
    .map((light) => ({ light, n: lights.filter((one) => one === light).length }))
    .filter(({ n }) => n > 0)
    .map(({ light, n }) => `${n} ${light === 'unknown' ? 'grey' : light}`);
  return parts.length === 0 ? 'nothing is watched yet' : parts.join(', ');
}

/** Page text and names are data: in a mail they must never become markup. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function weekBefore(instant: string): Range {
  const to = Date.parse(instant);
  return { from: new Date(to - 7 * 24 * 3_600_000).toISOString(), to: new Date(to).toISOString() };
}

export function watchedTouchpoints({ touchpoints }: Pick<Configuration, 'touchpoints'>): string[] {
  return touchpoints.filter(({ checks }) => checks.length > 0).map(({ id }) => id);
}
