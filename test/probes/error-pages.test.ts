import { describe, expect, it } from 'vitest';
import { answerFault } from '../../shared/answers/answer-fault.ts';
import { errorPages, soundPages } from '../fixtures/error-pages.ts';
import { pagesInUse, switchedOffPages } from '../fixtures/switched-off-pages.ts';
import { inEnglish } from '../support/said.ts';

function judge(html: string) {
  const fault = answerFault({ url: 'https://shop.example/', status: 200, headers: {}, body: html });
  return fault === null ? null : inEnglish(fault);
}

describe('a page with a good status', () => {
  it.each([...errorPages, ...switchedOffPages].map(({ what, html }) => [what, html]))(
    'that shows %s is red',
    (_, html) => {
      expect(judge(html)).toMatchObject({ outcome: 'failed', cause: 'placeholder' });
    },
  );

  it.each([...soundPages, ...pagesInUse].map(({ what, html }) => [what, html]))(
    'that is %s is accused of nothing',
    (_, html) => {
      expect(judge(html)).toBeNull();
    },
  );

  it('is told with the words of its own error', () => {
    expect(judge(errorPages[0]?.html ?? '')?.reason).toBe(
      'https://shop.example/ shows an error message from its own software instead of your site (200 OK). It says: "Fatal error : Uncaught Error: Call to undefined function shop_price() in /var/www/html/price.php:41". Ask your developer to find the cause in the site\'s error log. Restoring the last backup may help too.',
    );
  });
});
