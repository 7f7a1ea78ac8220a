import { isGroup, type Path } from './data-path.ts';
import { shown } from './redact.ts';
import type { TemplateSource } from './scorecard-templates.ts';
import type { Finding } from './structural-faults.ts';

/** A scorecard whose template cannot be read asks nothing. */
export function templateFindings(
  touchpoint: unknown,
  path: Path,
  { templates, language }: { readonly templates: TemplateSource; readonly language: unknown },
): readonly Finding[] {
  if (!isGroup(touchpoint) || touchpoint['kind'] !== 'scorecard') return [];
  const { template: written } = touchpoint;
  if (typeof written !== 'string' || written.trim() === '') return [];
  const reading = templates(written.trim(), language === 'uk' || language === 'ru' ? language : 'en');
  if ('template' in reading) return [];
  return [{ path: [...path, 'template'], at: 'value', message: `${shown(written)} ${reading.problem}` }];
}
