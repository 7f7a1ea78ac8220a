import { readFileSync } from 'node:fs';
import type { Assets } from './assets.ts';
import { coffeeLab, structuredData, telLink, whatsAppLink } from './business.ts';
import type { SiteState } from './faults.ts';
import { fill, Html, type Values } from './template.ts';

const titles = {
  home: 'Coffee Lab: coffee roastery and cafe in Kyiv',
  services: 'Services: Coffee Lab, Kyiv',
  prices: 'Coffee prices: Coffee Lab, Kyiv',
  contact: 'Contact: Coffee Lab, Kyiv',
  'thank-you': 'Thank you: Coffee Lab, Kyiv',
  'not-found': 'Page not found: Coffee Lab, Kyiv',
} as const;
export type PageName = keyof typeof titles;

const navigation = [
  { path: '/', label: 'Home' },
  { path: '/services', label: 'Services' },
  { path: '/prices', label: 'Prices' },
  { path: '/contact', label: 'Contact' },
];

/** Inlined, so that the first paint needs no second request. */
const stylesheets = ['base.css', 'frame.css', 'content.css'];

export interface Visit {
  readonly path: string;
  /** The visitor has dismissed the cookie banner before. */
  readonly cookiesAccepted: boolean;
}

export type RenderPage = (page: PageName, site: SiteState, visit: Visit, values?: Values) => string;

/** Reads the templates once; what is returned renders a whole page. */
export function createPages(assets: Assets): RenderPage {
  const layout = readPage('layout');
  const templates = new Map(Object.keys(titles).map((name) => [name, readPage(name)]));
  const inlined = {
    style: element('style', stylesheets.map((name) => assets.textOf(name)).join('')),
    script: element('script', assets.textOf('page.js')),
  };

  return (page, site, visit, values = {}) => {
    const shared: Values = { ...businessValues(site), ...assetValues(assets, site) };
    const body = fill(templates.get(page) ?? '', { ...shared, ...values });
    return fill(layout, {
      ...shared,
      ...inlined,
      body,
      title: titles[page],
      isHome: page === 'home' ? '' : null,
      navigation: navigationFor(visit.path),
      structuredData: element('script type="application/ld+json"', structuredData(site.listedPhone)),
      chatScript: assets.urlOf('chat.js'),
      chatPeople: site.chat,
      heavyWidget: site.heavyWidget ? assets.urlOf('heavy-widget.js') : null,
      banner: visit.cookiesAccepted ? null : site.banner,
      bannerSmall: site.banner === 'small' ? '' : null,
      bannerWall: site.banner === 'wall' ? '' : null,
    }).text;
  };
}

function element(tag: string, content: string): Html {
  return new Html(`<${tag}>${content}</${tag.split(' ')[0]}>`);
}

function readPage(name: string): string {
  return readFileSync(new URL(`pages/${name}.html`, import.meta.url), 'utf8');
}

function businessValues({ phone }: SiteState): Values {
  return {
    phone: phone?.display ?? null,
    phoneLink: phone && telLink(phone),
    whatsApp: phone && whatsAppLink(phone),
    email: coffeeLab.email,
    telegram: coffeeLab.telegram,
    instagram: coffeeLab.instagram,
    street: coffeeLab.street,
    city: `${coffeeLab.postalCode} ${coffeeLab.city}`,
  };
}

function assetValues(assets: Assets, site: SiteState): Values {
  return {
    heroSmall: assets.urlOf('hero-640.webp'),
    heroMedium: assets.urlOf('hero-780.webp'),
    heroLarge: assets.urlOf('hero-1440.webp'),
    roasting: assets.urlOf('roasting.webp'),
    brewing: assets.urlOf('brewing.webp'),
    cupping: assets.urlOf('cupping.webp'),
    favicon: assets.urlOf('favicon.svg'),
    formScript: assets.urlOf(site.formScript),
  };
}

function navigationFor(path: string): Html {
  const links = navigation.map(
    (link) => `<a href="${link.path}"${link.path === path ? ' aria-current="page"' : ''}>${link.label}</a>`,
  );
  return new Html(links.join('\n        '));
}
