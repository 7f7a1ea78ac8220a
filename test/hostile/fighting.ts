import { finds, type HostilePage, page } from './hostile-page.ts';

const overwritten = `
JSON.stringify = JSON.parse = () => { throw new Error("mine"); };
for (const name of ["map", "filter", "flatMap", "forEach", "some", "every", "find", "slice", "push", "includes", "join", "reduce", "concat", "from"]) {
  try { Object.defineProperty(Array.prototype, name, { value: () => { throw new Error("mine"); }, writable: true, configurable: true }); } catch {}
}
Array.from = Array.isArray = Object.keys = Object.entries = Object.fromEntries = () => { throw new Error("mine"); };
document.querySelector = document.querySelectorAll = document.createTreeWalker = document.elementFromPoint = document.getElementById = () => { throw new Error("mine"); };
Element.prototype.querySelectorAll = Element.prototype.getBoundingClientRect = Element.prototype.closest = Element.prototype.matches = Element.prototype.getAttribute = () => { throw new Error("mine"); };
window.getComputedStyle = window.getSelection = () => { throw new Error("mine"); };
window.MutationObserver = window.PerformanceObserver = window.IntersectionObserver = window.Promise = window.Map = window.Set = undefined;
window.requestAnimationFrame = window.setTimeout = window.setInterval = () => 0;
performance.now = performance.getEntriesByType = performance.getEntries = () => { throw new Error("mine"); };
String.prototype.replace = String.prototype.trim = String.prototype.split = RegExp.prototype.test = RegExp.prototype.exec = () => { throw new Error("mine"); };
`;

/** Pages that take from the visit what it works with. */
export const fightingPages: readonly HostilePage[] = [
  {
    name: 'fifty alerts',
    pages: { '/': page({ script: 'for (let i = 0; i < 50; i++) alert(i);' }) },
    pageLoad: 'measured',
    contacts: finds,
    always: true,
  },
  {
    name: 'questions that must be answered',
    pages: {
      '/': page({
        script: 'confirm("Are you sure?"); prompt("Your card number?"); setInterval(() => confirm("Still?"), 100);',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'popups',
    pages: {
      '/': page({
        script:
          'let n = 0; setInterval(() => { if (n++ < 40) window.open("/popup?" + n); }, 30); onclick = () => window.open("/popup");',
      }),
      '/popup': page({}),
    },
    pageLoad: 'measured',
    contacts: finds,
    always: true,
  },
  {
    name: 'downloads',
    pages: {
      '/': page({ script: 'let n = 0; setInterval(() => { if (n++ < 20) location.href = "/file?" + n; }, 100);' }),
      '/file': (_, response) =>
        void response.writeHead(200, { 'content-disposition': 'attachment; filename="virus.exe"' }).end('MZ'),
    },
    pageLoad: 'measured',
    contacts: finds,
    always: true,
  },
  {
    name: 'page that does not let go',
    pages: {
      '/': page({
        script:
          'for (const name of ["beforeunload", "unload", "pagehide"]) addEventListener(name, (e) => { e.preventDefault(); e.returnValue = "Stay!"; for (const end = Date.now() + 2000; Date.now() < end; ); });',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'page that closes itself',
    pages: { '/': page({ script: 'window.close(); setTimeout(() => { open("", "_self"); close(); }, 100);' }) },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'printing',
    pages: { '/': page({ script: 'print(); setInterval(() => print(), 200);' }) },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'requests for every permission',
    pages: {
      '/': page({
        script:
          'document.documentElement.requestFullscreen?.().catch(() => {}); Notification.requestPermission(); navigator.geolocation?.getCurrentPosition(() => {}); navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => {}); navigator.requestMIDIAccess?.().catch(() => {}); navigator.wakeLock?.request().catch(() => {}); document.body.requestPointerLock?.();',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'service worker that swallows everything',
    pages: {
      '/': page({
        script:
          'navigator.serviceWorker?.register("/sw.js").then(() => location.search || (location.href = "/?again"));',
      }),
      '/sw.js': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(
            'oninstall = () => skipWaiting(); onactivate = () => clients.claim(); onfetch = (e) => e.respondWith(new Promise(() => {}));',
          ),
    },
    pageLoad: 'measured',
    contacts: finds,
    always: true,
  },
  {
    name: 'overwritten builtins',
    pages: { '/': page({ head: `<script>${overwritten}</script>` }) },
    // The load is observed in a world of its own; the contacts are read among what the page has put there.
    pageLoad: 'measured',
    contacts: 'unknown: page-meddles',
    always: true,
  },
  {
    name: 'polluted prototypes',
    pages: {
      '/': page({
        head: '<script>for (const o of [Object.prototype, Array.prototype, Function.prototype, Element.prototype]) { o.polluted = "yes"; o.toJSON = () => "polluted"; } Object.prototype.value = Object.prototype.text = Object.prototype.kind = 666; Object.prototype.get = () => 1;</script>',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'clobbered document',
    pages: {
      '/': page({
        body: '<form name="body"></form><form name="contact"><input name="submit"><input name="action"><input name="elements"><input name="attributes"><input name="parentElement"><input name="tagName"></form><a id="__touchlight"></a><a id="performance"></a><a id="innerWidth"></a><object id="documentElement"></object><img name="location">',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
    always: true,
  },
  {
    name: 'document without its functions',
    pages: {
      '/': page({
        body: '<img name="createTreeWalker"><img name="querySelectorAll"><form name="elementFromPoint"></form>',
      }),
    },
    pageLoad: 'measured',
    contacts: 'unknown: page-meddles',
  },
  {
    name: 'everything in closed shadow roots',
    pages: {
      '/': page({
        script:
          'for (const el of [...document.body.children]) { const h = document.createElement("div"); el.replaceWith(h); const r = h.attachShadow({ mode: "open" }); r.append(el, document.createElement("slot")); } const c = document.createElement("div"); document.body.append(c); c.attachShadow({ mode: "closed" }).innerHTML = "secret";',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'style that hides everything',
    pages: { '/': page({ head: '<style>* { display: none !important; visibility: hidden !important }</style>' }) },
    pageLoad: 'failed: blank-page',
    contacts: 'measured',
  },
  {
    name: 'style that lays everything over everything',
    pages: {
      '/': page({
        head: '<style>div { position: fixed; inset: 0; z-index: 2147483647 }</style>',
        body: '<div></div>'.repeat(500),
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'debugger statements',
    pages: { '/': page({ script: 'setInterval(() => { debugger; }, 20);' }) },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'way out to an app',
    pages: {
      '/': page({
        script:
          'location.href = "intent://shop#Intent;end"; setTimeout(() => { location.href = "viber://chat"; }, 100);',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
];
