import { answer, finds, type HostilePage, html, page } from './hostile-page.ts';

const hang = (): void => {};

/** Pages that do not come to an end: of their loading, of their script, of their way. */
export const endlessPages: readonly HostilePage[] = [
  {
    name: 'redirect loop',
    pages: { '/': answer(302, { location: '/again' }), '/again': answer(302, { location: '/' }) },
    pageLoad: 'failed: redirect-loop',
    contacts: 'failed: redirect-loop',
    always: true,
  },
  {
    name: 'ever new redirects',
    pages: { '/': (_, response) => void response.writeHead(302, { location: `/?${Math.random()}` }).end() },
    pageLoad: 'failed: redirect-loop',
    contacts: 'failed: redirect-loop',
  },
  {
    name: 'endless body',
    pages: {
      '/': (_, response) => {
        response.writeHead(200, html).write(page({}));
        const timer = setInterval(() => response.write(`<p>${'more '.repeat(1_000)}</p>`), 20);
        response.on('close', () => clearInterval(timer));
      },
    },
    pageLoad: 'failed: still-loading',
    contacts: finds,
  },
  {
    name: 'slow drip',
    pages: {
      '/': (_, response) => {
        response.writeHead(200, html).write(page({}));
        const timer = setInterval(() => response.write('.'), 300);
        response.on('close', () => clearInterval(timer));
      },
    },
    pageLoad: 'failed: never-loads',
    contacts: finds,
  },
  { name: 'silent server', pages: { '/': hang }, pageLoad: 'failed: unreachable', contacts: 'failed: unreachable' },
  {
    name: 'headers and then silence',
    pages: { '/': (_, response) => response.writeHead(200, html).flushHeaders() },
    pageLoad: 'failed: never-loads',
    contacts: 'failed: never-loads',
  },
  {
    name: 'picture that never comes',
    pages: { '/': page({ body: '<img src="/hang" width="50" height="50">' }), '/hang': hang },
    pageLoad: 'failed: never-loads',
    contacts: finds,
  },
  {
    name: 'script in the head that never comes',
    pages: { '/': page({ head: '<script src="/hang"></script>' }), '/hang': hang },
    pageLoad: 'failed: never-loads',
    contacts: 'measured',
  },
  {
    name: 'busy loop',
    pages: { '/': page({ script: 'for (;;);' }) },
    pageLoad: 'failed: frozen',
    contacts: 'failed: frozen',
    always: true,
  },
  {
    name: 'busy loop that starts later',
    pages: { '/': page({ script: 'addEventListener("load", () => setTimeout(() => { for (;;); }, 700));' }) },
    pageLoad: 'failed: frozen',
    contacts: 'failed: frozen',
  },
  {
    name: 'synchronous request that is never answered',
    pages: {
      '/': page({ script: 'const x = new XMLHttpRequest(); x.open("GET", "/hang", false); x.send();' }),
      '/hang': hang,
    },
    pageLoad: 'failed: frozen',
    contacts: 'failed: frozen',
  },
  {
    name: 'alerts without end',
    pages: { '/': page({ script: 'for (;;) alert("Buy now");' }) },
    pageLoad: 'failed: frozen',
    contacts: 'failed: frozen',
  },
  {
    name: 'reload by meta tag without end',
    pages: { '/': page({ head: '<meta http-equiv="refresh" content="0">' }) },
    pageLoad: 'failed: redirect-loop',
    contacts: 'failed: redirect-loop',
  },
  {
    name: 'reload by script without end',
    pages: { '/': page({ script: 'location.href = "/?" + Math.random();' }) },
    pageLoad: 'failed: redirect-loop',
    contacts: 'failed: redirect-loop',
  },
  {
    name: 'reload at every change of the page',
    pages: {
      '/': page({
        script:
          'new MutationObserver(() => location.reload()).observe(document, { subtree: true, childList: true, attributes: true }); setTimeout(() => document.body.append("changed"), 200);',
      }),
    },
    pageLoad: 'failed: redirect-loop',
    contacts: 'failed: redirect-loop',
  },
  {
    name: 'new address at every tick',
    pages: { '/': page({ script: 'setInterval(() => history.pushState({}, "", "/?" + Math.random()), 5);' }) },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'new fragment at every tick',
    pages: { '/': page({ script: 'setInterval(() => { location.hash = Math.random(); }, 5);' }) },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'frames in frames without end',
    patient: true,
    pages: {
      '/': page({
        script: 'const f = document.createElement("iframe"); f.src = "/?" + Math.random(); document.body.append(f);',
      }),
    },
    pageLoad: 'failed: never-loads',
    contacts: finds,
  },
  {
    name: 'document that is written anew at every tick',
    pages: {
      '/': page({
        script:
          'const p = document.body.innerHTML.split("<scr")[0]; setInterval(() => { document.body.innerHTML = p; }, 10);',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'animation of everything without end',
    pages: {
      '/': page({
        head: '<style>* { animation: s 100ms infinite alternate } @keyframes s { to { transform: rotate(3deg); filter: blur(1px) } }</style>',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
];
