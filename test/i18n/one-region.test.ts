import { describe, expect, it } from 'vitest';
import { seenFromOf, troubleOfOneRegion } from '../../shared/i18n/regions/one-region.ts';
import { remedyFor } from '../../shared/i18n/remedies.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import { languages } from '../../shared/model/business.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { say } from '../../shared/model/general-statements.ts';
import { regions } from '../../shared/model/region.ts';

function aFinding(unclear: readonly string[] = [], works: readonly string[] = ['eu-north-1']): Finding {
  const why = say('general/site-silent', {});
  return {
    kind: 'cause',
    cause: 'unreachable',
    says: say('general/one-region', { works, fails: ['eu-west-1'], unclear, why }),
  };
}

describe('a site that fails from one region only', () => {
  it('names both places, what is seen from the one, and where it could not be checked', () => {
    const { brief, sentence } = wordFinding(aFinding(['eu-west-3']), 'availability', 'en');
    expect(brief).toBe('works from Stockholm, not from Ireland');
    expect(sentence).toBe(
      'Works from Stockholm, not from Ireland. Seen from Ireland: not measured, because the site does not respond. It could not be checked from Paris.',
    );
  });

  it('is said in Ukrainian and Russian as people say it', () => {
    const both = aFinding(['eu-west-3'], ['eu-north-1', 'eu-central-1']);
    expect(wordFinding(both, 'availability', 'uk').sentence).toBe(
      'Працює зі Стокгольма і з Франкфурта, але не з Ірландії. Ось що видно з Ірландії: не вимірювалося, бо сайт не відповідає. Перевірити з Парижа не вдалося.',
    );
    expect(wordFinding(both, 'availability', 'ru').sentence).toBe(
      'Работает из Стокгольма и из Франкфурта, но не из Ирландии. Вот что видно из Ирландии: не измерялось, потому что сайт не отвечает. Проверить из Парижа не удалось.',
    );
  });

  it('keeps AWS’s name for a region of a later version', () => {
    expect(wordFinding(aFinding([], ['moon-west-1']), 'availability', 'en').brief).toContain('works from moon-west-1');
    expect(wordFinding(aFinding([], ['moon-west-1']), 'availability', 'uk').brief).toContain(
      'працює з регіону moon-west-1',
    );
    expect(wordFinding(aFinding([], ['moon-west-1']), 'availability', 'ru').brief).toContain(
      'работает из региона moon-west-1',
    );
  });

  it('asks for something else than a site that is down, from ops and from the owner', () => {
    const incident = { finding: aFinding() };
    for (const language of languages) {
      const remedy = remedyFor({ checkId: 'website/availability', incident }, language);
      expect(remedy).toContain('CDN');
      expect(troubleOfOneRegion(aFinding(), language)?.todo).toBe(remedy);
    }
    expect(troubleOfOneRegion(aFinding(), 'en')?.title).toBe('The website does not work from everywhere');
    expect(troubleOfOneRegion({ kind: 'cause', cause: null, says: say('general/deadline', {}) }, 'en')).toBeNull();
  });

  it('stands behind a red one as a line: from where it fails, and from where it could not be checked', () => {
    const seen = { fails: ['eu-west-1', 'eu-north-1'], unclear: ['eu-west-3'] };
    const finding: Finding = { kind: 'cause', cause: null, says: say('general/deadline', {}) };
    expect(seenFromOf({ finding }, 'en')).toBeNull();
    expect(seenFromOf({ finding: aFinding(), seenFrom: seen }, 'en')).toBeNull();
    expect(seenFromOf({ finding, seenFrom: { ...seen, unclear: [] } }, 'en')).toBe('fails from Ireland and Stockholm');
    expect(languages.map((language) => seenFromOf({ finding, seenFrom: seen }, language))).toEqual([
      'fails from Ireland and Stockholm; could not be checked from Paris',
      'не працює з Ірландії і зі Стокгольма; перевірити з Парижа не вдалося',
      'не работает из Ирландии и из Стокгольма; проверить из Парижа не удалось',
    ]);
  });

  it('has a name for each region in each language', () => {
    for (const language of languages) {
      const said = regions.map((region) => wordFinding(aFinding([], [region]), 'availability', language).brief);
      expect(new Set(said).size, language).toBe(regions.length);
      for (const region of regions) expect(said.join(), language).not.toContain(region);
    }
  });
});
