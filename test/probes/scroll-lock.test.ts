import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { contactForm, dialled, lookForContacts, lookForForm, page, phone } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const tall = '<section style="min-height:700px"><h2>Roofs</h2><p>Clean work, fair prices.</p></section>'.repeat(4);
const below = `${tall}<footer><p>Austin, TX 78701 ${phone}</p></footer>`;
const offer = (onClose: string): string =>
  `<div id=w role=dialog aria-modal=true aria-label=Welcome style="position:fixed;inset:0;background:rgba(0,0,0,.7);z-index:50"><div style="background:#fff;margin:120px auto;max-width:300px;padding:20px"><p>Winter offer</p><button type=button id=x>Close</button></div></div><script>document.body.style.overflow='hidden';x.addEventListener('click',()=>{w.remove();${onClose}})</script>`;
const lock = '<style>html,body{overflow:hidden;height:100%}</style>';

describe.concurrent('a page that cannot be scrolled', () => {
  it.each<Device>(['mobile', 'desktop'])('hides what stands below its first screen on %s', async (device) => {
    const walked = await lookForContacts(page(`<h1>Cedar</h1>${below}${offer('')}`), browser, device);
    expect([walked.outcome, walked.cause]).toEqual(['failed', 'page-covered']);
    expect(walked.reason).toContain('The page cannot be scrolled: visitors see nothing but its first screen');
  });

  it('does not hide what stands on its first screen', async () => {
    const walked = await lookForContacts(page(`<h1>Cedar</h1>${phone}${tall}${offer('')}`), browser);
    expect([walked.outcome, walked.of('phone')]).toEqual(['measured', dialled]);
  });

  it.each<[string, string]>([
    ['a window unlocks it when it is closed', `<h1>Cedar</h1>${below}${offer("document.body.style.overflow=''")}`],
    ['a box in it scrolls', `${lock}<div style="height:100vh;overflow-y:auto"><h1>Cedar</h1>${below}</div>`],
    ['only its sides are cut off', `<style>html,body{overflow-x:hidden}</style><h1>Cedar</h1>${below}`],
    [
      'a link takes visitors down',
      `${lock}<h1>Cedar</h1><a href="#down">Contact</a>${tall}<footer id=down>${phone}</footer>`,
    ],
    [
      'a script of its own moves it',
      `${lock}<div id=m style="transition:transform .2s"><h1>Cedar</h1>${below}</div><script>let y=0;const go=(d)=>{y=Math.max(-2400,Math.min(0,y-d));m.style.transform='translateY('+y+'px)'};addEventListener('wheel',(e)=>go(e.deltaY));let t=0;addEventListener('touchstart',(e)=>{t=e.touches[0].clientY});addEventListener('touchmove',(e)=>{go(t-e.touches[0].clientY);t=e.touches[0].clientY})</script>`,
    ],
  ])('is another matter where %s', async (_, body) => {
    const walked = await lookForContacts(page(body), browser);
    expect(walked.cause).toBeNull();
    expect(walked.of('phone')).toEqual(dialled);
  });
});

describe.concurrent('a form on a page that cannot be scrolled', { timeout: 90_000 }, () => {
  const brisk = { pace: { rehearseMs: 0, submitMs: 0, againMs: 0 } };
  const look = (body: string) => lookForForm({ '/': page(body), '/send': '<h1>Thank you</h1>' }, browser, {}, brisk);
  const formBelow = `<h1>Cedar</h1>${tall}<h2>Write to us</h2>${contactForm}`;

  it.each<[string, string]>([
    ['a closed window has left its lock', `${formBelow}${offer('')}`],
    ['the lock came without any window', `${lock}${formBelow}`],
    [
      'a menu has left its lock',
      `${formBelow}<script>document.documentElement.style.cssText = 'overflow:hidden;height:100%'</script>`,
    ],
  ])('is out of reach below the first screen: %s', async (_, body) => {
    const { outcome, cause, reason, hits } = await look(body);
    expect([outcome, cause]).toEqual(['failed', 'page-covered']);
    expect(reason).toContain('The page cannot be scrolled: visitors see nothing but its first screen');
    expect(hits.filter((hit) => hit.startsWith('POST'))).toEqual([]);
  });

  it.each<[string, string]>([
    ['it stands on the first screen', `<h1>Cedar</h1>${contactForm}${tall}${offer('')}`],
    ['the window unlocks the page', `${formBelow}${offer("document.body.style.overflow=''")}`],
    ['a box in the page scrolls', `${lock}<div style="height:100vh;overflow-y:auto">${formBelow}</div>`],
    [
      'a link takes visitors down to it',
      `${lock}<h1>Cedar</h1><a href="#down">Contact</a>${tall}<div id=down>${contactForm}</div>`,
    ],
    [
      'its button opens it in a window',
      `${lock}<h1>Cedar</h1><button type=button onclick="d.showModal()">Write to us</button>${tall}<dialog id=d>${contactForm}</dialog>`,
    ],
  ])('is in reach where %s', async (_, body) => {
    const { outcome, reason } = await look(body);
    expect(outcome, reason).toBe('measured');
  });
});
