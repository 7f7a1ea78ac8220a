import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const pages = {
  '/contact-us': page('<h1>Contact</h1><p>Write to <a href="mailto:hello@birch.example">hello@birch.example</a></p>'),
  '/about': page('<p>Since 1980</p>'),
};
const links = '<li><a href="/about">Our story</a></li><li><a href="/contact-us">Contact us</a></li>';
const site = (nav: string, head = ''): Site => ({ '/': page(`<h1>Birch & Son</h1>${nav}`, { head }), ...pages });

/** Below a smaller head, the finger also meets the first link that it opens, and the browser follows that. */
const asLargeAsAFinger = '<style>nav li{padding:14px;font-size:18px}</style>';

/** The page of contacts is an entry of a drop-down menu that says nothing of it. */
const devices = ['desktop', 'mobile'] as const satisfies readonly Device[];
const menus: { it: string; site: Site }[] = [
  {
    it: 'a link that a script takes',
    site: site(
      `<nav><ul><li><a href="#" onclick="s.hidden=!s.hidden;return false">Company ▾</a><ul id=s hidden>${links}</ul></li></ul></nav>`,
    ),
  },
  {
    it: 'a button with aria-expanded',
    site: site(
      `<nav><ul><li><button aria-expanded=false aria-controls=s onclick="s.hidden=false">Company</button><ul id=s hidden>${links}</ul></li></ul></nav>`,
    ),
  },
  {
    it: 'a head that opens when it is pointed at or focused',
    site: site(
      `<nav><ul><li class=d tabindex=0>Company<ul>${links}</ul></li></ul></nav>`,
      `${asLargeAsAFinger}<style>.d>ul{display:none}.d:hover>ul,.d:focus>ul{display:block}</style>`,
    ),
  },
  {
    it: 'a head without an address that opens only when it is pointed at',
    site: site(
      `<nav><ul><li class=d><a>Company ▾</a><ul>${links}</ul></li></ul></nav>`,
      `${asLargeAsAFinger}<style>.d>ul{display:none}.d:hover>ul{display:block}</style>`,
    ),
  },
  {
    it: 'a head that scripts open under the pointer and close behind it',
    site: site(
      `<nav><ul><li onmouseenter="s.hidden=false" onmouseleave="s.hidden=true"><span>Company</span><ul id=s hidden>${links}</ul></li></ul></nav>`,
    ),
  },
  {
    it: 'a button whose neighbour is shown while it is focused',
    site: site(
      `<nav><button class=d>Company</button><ul>${links}</ul></nav>`,
      '<style>.d+ul{display:none}.d:focus+ul,.d+ul:hover{display:block}</style>',
    ),
  },
  {
    it: 'a box that can be focused by a press only',
    site: site(
      `<nav><div class=d tabindex=-1 role=button>Company</div><ul>${links}</ul></nav>`,
      '<style>.d+ul{display:none}.d:focus+ul{display:block}</style>',
    ),
  },
  {
    it: 'a summary',
    site: site(`<nav><details><summary>Company</summary><ul>${links}</ul></details></nav>`),
  },
  {
    it: 'a label of a hidden checkbox',
    site: site(
      `<nav><ul><li><label for=c>Company</label><input id=c type=checkbox style="display:none"><ul>${links}</ul></li></ul></nav>`,
      '<style>nav ul ul{display:none}#c:checked+ul{display:block}</style>',
    ),
  },
  {
    it: 'a second one beside another',
    site: site(
      `<nav><ul><li><a href="#" onclick="p.hidden=false;return false">Products ▾</a><ul id=p hidden><li><a href="/about">Roofs</a></li></ul></li><li><a href="#" onclick="s.hidden=false;return false">Company ▾</a><ul id=s hidden>${links}</ul></li></ul></nav>`,
    ),
  },
];

describe.concurrent('a page of contacts in a drop-down menu is two steps away', () => {
  it.each(menus.flatMap((menu) => devices.map((device) => ({ ...menu, device }))))(
    'behind $it, on a $device',
    async ({ site: visited, device }) => {
      const { measurements, reason, of } = await lookForContacts(visited, browser, device);
      expect(of('email'), reason).toEqual(['hello@birch.example']);
      expect(measurements).toMatchObject({ clicksToContact: 2 });
    },
  );
});
