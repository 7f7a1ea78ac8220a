import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchors, documents, prose, repository } from './markdown.ts';

describe.each(documents())('%s', (file) => {
  const targets = [...prose(file).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, target = '']) => target);
  const internal = targets.filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));

  it('links only to files and headings that are there', () => {
    const broken = internal.filter((target) => {
      const [to = '', anchor] = target.split('#');
      const linked = to === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(to));
      if (linked.startsWith('..') || !existsSync(path.join(repository, linked))) return true;
      return anchor !== undefined && linked.endsWith('.md') && !anchors(linked).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('leads outside by https only', () => {
    expect(targets.filter((target) => /^http:/i.test(target))).toEqual([]);
  });
});
