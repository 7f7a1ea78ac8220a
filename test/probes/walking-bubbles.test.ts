import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const bubble = 'style="position:fixed;right:10px;bottom:10px;width:60px;height:60px"';

describe.concurrent('what a bubble opens', () => {
  // ktquez/vue-social-chat#2
  it('may be people in a box for WhatsApp, who have names only', async () => {
    const { of } = await lookForContacts(
      page(
        `<h1>Umzüge in Hannover</h1><button id=w aria-label="Chat öffnen" ${bubble}></button><div id=box hidden style="position:fixed;right:10px;bottom:90px;width:280px"><p style="padding:30px">Starten Sie einen Chat über WhatsApp</p><div id=p style="cursor:pointer;padding:14px">Nadine Berger</div></div><script>w.onclick = () => { box.hidden = false; }; p.onclick = () => window.open('https://wa.me/4915112345678');</script>`,
        { lang: 'de' },
      ),
      browser,
    );
    expect(of('messenger')).toEqual(['https://wa.me/4915112345678']);
  });

  // danielm/uploader#121
  it('may be icons, in a language without a list of its own', async () => {
    const { of } = await lookForContacts(
      page(
        `<h1>Nội thất An Phú, Hà Nội</h1><button id=w aria-label="Liên hệ" ${bubble}>💬</button><ul id=box hidden><li id=c title="Gọi điện" style="cursor:pointer;width:50px">📞</li><li id=z style="cursor:pointer;width:50px">Zalo</li></ul><script>w.onclick = () => { box.hidden = false; }; c.onclick = () => { location.href = 'tel:0901234567'; }; z.onclick = () => window.open('https://zalo.me/0901234567');</script>`,
        { lang: 'vi' },
      ),
      browser,
    );
    expect([of('phone'), of('messenger')]).toEqual([['+84901234567'], ['https://zalo.me/0901234567']]);
  });
});
