import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patterns } from '../../functions/probe-page/lexicon/index.ts';
import { dismissOverlays } from '../../functions/probe-page/walking/overlays.ts';
import { openVisit } from '../../shared/browser/visit.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';

/** The shapes in which consent platforms draw their banners; every button says in `data-does` what it would do. */
const button = (does: string, label: string, attributes = ''): string =>
  `<button data-does="${does}" ${attributes}>${label}</button>`;
const text = 'We use cookies to remember your choices and to count visits.';
const banners: Readonly<Record<string, string>> = {
  OneTrust: `<div id="onetrust-banner-sdk" class="bar" role="dialog">${text}${button('settings', 'Cookie settings')}${button('reject', 'Reject all')}${button('accept', 'Accept all cookies')}</div>`,
  Cookiebot: `<div id="CybotCookiebotDialog" class="box" role="dialog">${text}${button('settings', 'Customize')}${button('accept', 'Allow all')}${button('reject', 'Deny')}</div>`,
  Complianz: `<div class="cmplz-cookiebanner bar" role="dialog">${text}${button('accept', 'Accept')}${button('reject', 'Deny')}${button('settings', 'View preferences')}</div>`,
  CookieYes: `<div class="cky-consent-container bar" role="region">${text}${button('settings', 'Customise')}${button('reject', 'Reject All')}${button('accept', 'Accept All')}</div>`,
  Borlabs: `<div id="BorlabsCookieBox" class="box" role="dialog">Wir nutzen Cookies auf unserer Website.<a href="#" role="button" data-does="accept">Alle akzeptieren</a><a href="#" role="button" data-does="reject">Nur essenzielle Cookies akzeptieren</a></div>`,
  'Real Cookie Banner': `<dialog open class="box">Wir verwenden Cookies.<a href="#" role="button" data-does="accept">Alle akzeptieren</a><a href="#" role="button" data-does="reject">Weiter ohne Einwilligung</a></dialog>`,
  Didomi: `<div id="didomi-popup" class="box" role="dialog">${text}${button('accept', 'Agree and close')}${button('reject', 'Continue without agreeing', 'aria-label="Continue without agreeing"')}</div>`,
  Klaro: `<div class="cookie-notice bar" role="dialog">${text}<a href="#">Customize</a>${button('accept', "That's ok")}${button('reject', 'I decline')}</div>`,
  iubenda: `<div id="iubenda-cs-banner" class="bar" role="dialog">${text}${button('settings', 'Learn more')}${button('accept', 'Accept')}${button('reject', 'Reject')}</div>`,
  tarteaucitron: `<div id="tarteaucitronAlertBig" class="bar" role="dialog">Ce site utilise des cookies.${button('accept', 'OK, tout accepter')}${button('reject', 'Interdire tous les cookies')}${button('settings', 'Personnaliser')}</div>`,
  Quantcast: `<div id="qc-cmp2-ui" class="box" role="dialog">We and our partners store cookies.${button('settings', 'MORE OPTIONS')}${button('accept', 'AGREE')}${button('reject', 'DISAGREE')}</div>`,
  Usercentrics: `<div id="root"><template shadowrootmode="open"><div role="dialog" style="position:fixed;inset:auto 0 0;padding:20px">${text}${button('accept', 'Accept all')}${button('reject', 'Deny')}</div></template></div>`,
  'a Ukrainian shop': `<div class="bar">Цей сайт використовує файли cookie.${button('accept', 'Прийняти')}${button('reject', 'Не приймати')}</div>`,
  'a Russian shop': `<div class="bar">Мы используем файлы cookie.${button('accept', 'Хорошо')}${button('reject', 'Только обязательные')}</div>`,
  'a Polish shop': `<div class="bar">Ta strona używa plików cookie.${button('accept', 'Akceptuję')}${button('reject', 'Nie akceptuję')}</div>`,
  'a Spanish shop': `<div class="bar">Usamos cookies.${button('accept', 'Aceptar')}${button('reject', 'Continuar sin aceptar')}</div>`,
  'a Turkish shop': `<div class="bar">Bu site cookie kullanır.${button('accept', 'Kabul et')}${button('reject', 'Kabul etmiyorum')}</div>`,
};

/** What a banner does when pressed: it notes which button, and goes. */
const page = (banner: string): string => `<!doctype html><meta charset="utf-8"><title>Shop</title>
<style>.bar{position:fixed;inset:auto 0 0;padding:16px}.box{position:fixed;inset:10% 5%;padding:20px}</style>
<h1>Shop</h1><main><p>Call us</p></main>${banner}
<script>
  document.addEventListener('click', (event) => {
    event.preventDefault();
    const pressed = event.composedPath()[0];
    document.title = pressed.dataset.does ?? pressed.textContent;
    pressed.closest('[role="dialog"], [role="region"], dialog, .bar').remove();
  });
</script>`;

let browser: SharedBrowser;
let server: Server;
let origin: string;
beforeAll(async () => {
  browser = await aSharedBrowser();
  server = createServer(({ url }, response) => {
    const banner = banners[decodeURIComponent(url ?? '').slice(1)];
    response.writeHead(banner === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page(banner ?? ''));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

describe('a consent banner', () => {
  it.each(Object.keys(banners))('of %s is closed without consenting', async (name) => {
    const signal = AbortSignal.timeout(30_000);
    const url = `${origin}/${encodeURIComponent(name)}`;
    const visit = await openVisit({ url, device: 'mobile', throttled: false, signal, launch: browser.launch });
    try {
      expect(await dismissOverlays(visit, signal)).toEqual(['cookie banner']);
      expect(await visit.page.title()).toBe('reject');
      expect(visit.page.url()).toBe(url);
    } finally {
      await visit.close();
    }
  });

  it.each([
    'I do not accept',
    "Don't allow",
    'Continue without consent',
    'Ohne Einverständnis fortfahren',
    'Nicht zustimmen',
    'Verweigern',
    'Continuer sans accepter',
    'Je n’accepte pas',
    "Je n'accepte pas",
    'Solo las cookies necesarias',
    'No acepto',
    'Kontynuuj bez zgody',
    'Tylko wymagane',
    'Не дозволяти',
    'Лише обов’язкові',
    'Продовжити без згоди',
    'Не принимаю',
    'Не принимать',
    'Продолжить без согласия',
    'İzin verme',
  ])('is declined by "%s"', (label) => {
    expect(label).toMatch(patterns.reject);
  });

  it.each([
    'Accept all',
    'Allow all cookies',
    'Alle akzeptieren',
    'Tout accepter',
    'Aceptar todas',
    'Akceptuję wszystkie',
    'Прийняти все',
    'Принять все',
    'Дозволити всі',
    'Kabul et',
  ])('is not declined by "%s"', (label) => {
    expect(label).not.toMatch(patterns.reject);
  });
});
