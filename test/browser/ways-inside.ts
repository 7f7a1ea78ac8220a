import type http from 'node:http';

/** Scripts by which a page asks for something, by a name that is also the path of what is asked for. */
export type Ways = Readonly<Record<string, string>>;

/** Where a way asks. */
export type HostOf = (way: string) => string;

/** By it the guard's questions are told apart. */
export const ownName: HostOf = (way) => `${way}.inside.example`;

const element = (tag: string, properties: string, parent = 'document.body'): string =>
  `${parent}.append(Object.assign(document.createElement('${tag}'), ${properties}))`;
const html = (markup: string): string => `document.body.insertAdjacentHTML('beforeend', \`${markup}\`)`;
const inWorker = (code: string): string => `URL.createObjectURL(new Blob([\`${code}\`]))`;
const quietly = (promise: string): string => `${promise}.catch(() => {})`;

/** Ways that Chromium takes while a page is open. @param port the inside's */
export function waysOfOpenPage(port: number, hostOf: HostOf = ownName): Ways {
  const host: HostOf = (way) => `${hostOf(way)}:${port}`;
  const at: AddressOf = (way, scheme = 'http') => `${scheme}://${host(way)}/${way}`;
  return { ...resourceWays(at), ...scriptedWays(at), ...embeddedWays(at), ...connectedWays(at, host) };
}

type AddressOf = (way: string, scheme?: string) => string;

/** What a page is made of. */
function resourceWays(at: AddressOf): Ways {
  return {
    image: `new Image().src = '${at('image')}'`,
    stylesheet: element('link', `{ rel: 'stylesheet', href: '${at('stylesheet')}' }`, 'document.head'),
    font: quietly(`new FontFace('x', 'url(${at('font')})').load()`),
    background: `document.body.style.backgroundImage = 'url(${at('background')})'`,
    script: element('script', `{ src: '${at('script')}' }`),
    module: element('script', `{ type: 'module', src: '${at('module')}' }`),
    import: quietly(`import('${at('import')}')`),
    preload: element('link', `{ rel: 'preload', as: 'image', href: '${at('preload')}' }`, 'document.head'),
    prefetch: element('link', `{ rel: 'prefetch', href: '${at('prefetch')}' }`, 'document.head'),
  };
}

/** What a script of the page sends. */
function scriptedWays(at: AddressOf): Ways {
  const post = `{ mode: 'no-cors', method: 'POST', body: 'x' }`;
  return {
    fetch: quietly(`fetch('${at('fetch')}', { mode: 'no-cors' })`),
    'fetch-over-tls': quietly(`fetch('${at('fetch-over-tls', 'https')}', { mode: 'no-cors' })`),
    xhr: `{ const request = new XMLHttpRequest(); request.open('POST', '${at('xhr')}'); request.send('x') }`,
    keepalive: quietly(`fetch('${at('keepalive')}', { ...${post}, keepalive: true })`),
    beacon: `navigator.sendBeacon('${at('beacon')}', 'x')`,
    'fetch-later': `fetchLater('${at('fetch-later', 'https')}', { activateAfter: 0 })`,
    ping: `{ const link = document.createElement('a'); link.href = '#x'; link.ping = '${at('ping')}'; document.body.append(link); link.click() }`,
  };
}

/** What stands in the page or is opened from it: documents, media, forms. */
function embeddedWays(at: AddressOf): Ways {
  return {
    frame: element('iframe', `{ src: '${at('frame')}' }`),
    'redirect-of-a-frame': element('iframe', `{ src: '/to?${at('redirect-of-a-frame')}' }`),
    'redirect-of-a-fetch': quietly(`fetch('/to?${at('redirect-of-a-fetch')}', { mode: 'no-cors' })`),
    'refresh-by-markup': element(
      'iframe',
      `{ srcdoc: '<meta http-equiv=refresh content="0;url=${at('refresh-by-markup')}">' }`,
    ),
    object: element('object', `{ data: '${at('object')}' }`),
    embed: element('embed', `{ src: '${at('embed')}' }`),
    video: element('video', `{ src: '${at('video')}', muted: true, autoplay: true }`),
    poster: element('video', `{ poster: '${at('poster')}' }`),
    audio: element('audio', `{ src: '${at('audio')}', preload: 'auto' }`),
    drawing: html(`<svg><image href="${at('drawing')}"/></svg>`),
    button: element('input', `{ type: 'image', src: '${at('button')}' }`),
    form: `{ const form = document.createElement('form'); form.action = '${at('form')}'; form.method = 'post'; form.target = 'hidden'; document.body.append(Object.assign(document.createElement('iframe'), { name: 'hidden' }), form); form.submit() }`,
    popup: `window.open('${at('popup')}')`,
    // In a frame, because a visitor who is led to another site leaves the page.
    download: element(
      'iframe',
      `{ srcdoc: '<a href="${at('download')}" download>x</a><script>document.querySelector("a").click()</'+'script>' }`,
    ),
  };
}

/** What goes on beside the page: sockets, workers, the browser's own dialogs and reports. */
function connectedWays(at: AddressOf, host: HostOf): Ways {
  return {
    'event-stream': `new EventSource('${at('event-stream')}')`,
    'web-socket': `new WebSocket('${at('web-socket', 'ws')}')`,
    'secure-web-socket': `new WebSocket('${at('secure-web-socket', 'wss')}')`,
    worker: `new Worker(${inWorker(`fetch('${at('worker')}', { mode: 'no-cors' })`)})`,
    'script-of-a-worker': `new Worker(${inWorker(`importScripts('${at('script-of-a-worker')}')`)})`,
    'shared-worker': `new SharedWorker(${inWorker(`fetch('${at('shared-worker')}', { mode: 'no-cors' })`)})`,
    'paint-worklet': quietly(`CSS.paintWorklet.addModule('${at('paint-worklet')}')`),
    'audio-worklet': quietly(`new AudioContext().audioWorklet.addModule('${at('audio-worklet')}')`),
    'sign-in': quietly(
      `navigator.credentials.get({ identity: { providers: [{ configURL: '${at('sign-in', 'https')}', clientId: '1' }] } })`,
    ),
    'relay-over-tls': `{ const peer = new RTCPeerConnection({ iceServers: [{ urls: 'turns:${host('relay-over-tls')}', username: 'x', credential: 'x' }] }); peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer)) }`,
    'report-of-a-violation': element('iframe', `{ src: '/violates-its-policy' }`),
  };
}

/**
 * Ways that the deployed Chromium does not take, or not while it is watched: hints that only a full Chrome follows, and what
 * goes over UDP or without a name. Nothing is known of them but that they reach nobody.
 */
export function silentWays(port: number): Ways {
  const at = (way: string, scheme = 'https'): string => `${scheme}://${ownName(way)}:${port}/`;
  const hint = (rel: string): string => element('link', `{ rel: '${rel}', href: '${at(rel)}' }`, 'document.head');
  const addressed = [
    ...['127.0.0.1', 'localhost', 'localhost.', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0.0.0.0'],
    ...['[::1]', '[::ffff:127.0.0.1]', '[::FFFF:7F00:1]', '[::7f00:1]'],
  ].map((host): [string, string] => [`at ${host}`, quietly(`fetch('http://${host}:${port}/', { mode: 'no-cors' })`)]);
  const candidate = (rest: string): string => `{ candidate: 'candidate:1 1 ${rest}', sdpMid: '0', sdpMLineIndex: 0 }`;
  return {
    ...Object.fromEntries(addressed),
    ...Object.fromEntries(
      ['preconnect', 'dns-prefetch', 'prerender', 'icon', 'manifest'].map((rel) => [rel, hint(rel)]),
    ),
    'speculation rules': element(
      'script',
      `{ type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: ['${at('speculation')}', '/to?${at('speculation')}'], eagerness: 'immediate' }], prerender: [{ urls: ['/to?${at('speculation')}'], eagerness: 'immediate' }] }) }`,
      'document.head',
    ),
    'web transport': quietly(`new WebTransport('https://127.0.0.1:${port}/').ready`),
    'service worker': quietly(`navigator.serviceWorker.register('/service-worker.js')`),
    'WebRTC servers': `{ const peer = new RTCPeerConnection({ iceServers: [{ urls: ['stun:127.0.0.1:${port}', 'stun:${ownName('stun')}:${port}'] }, { urls: ['turn:127.0.0.1:${port}', 'turn:127.0.0.1:${port}?transport=tcp', 'turn:${ownName('turn')}:${port}'], username: 'x', credential: 'x' }] }); peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer)) }`,
    'WebRTC candidates': `{ const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()]; here.createDataChannel('x'); (async () => { const offer = await here.createOffer(); await here.setLocalDescription(offer); await there.setRemoteDescription(offer); await here.setRemoteDescription(await there.createAnswer()); for (const candidate of [${candidate(`udp 2113937151 127.0.0.1 ${port} typ host`)}, ${candidate(`tcp 1518280447 127.0.0.1 ${port} typ host tcptype passive`)}, ${candidate(`udp 2113937151 0f3bd0d0-0000-4000-8000-000000000000.local ${port} typ host`)}]) await here.addIceCandidate(candidate).catch(() => {}) })() }`,
    'on leaving': `addEventListener('pagehide', () => { navigator.sendBeacon('${at('leaving')}', 'x'); fetch('http://127.0.0.1:${port}/', { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true }) })`,
  };
}

type Answer = string | ((request: http.IncomingMessage, response: http.ServerResponse) => void);

/** A shop whose page tries the given ways. A visitor finds a phone number there. */
export function shopWith(ways: Ways, port: number, hostOf: HostOf = ownName): Readonly<Record<string, Answer>> {
  const attempts = Object.values(ways).map((way) => `try { ${way} } catch {}`);
  const at = (way: string, scheme = 'https'): string => `${scheme}://${hostOf(way)}:${port}/${way}`;
  const typed = { 'content-type': 'text/html; charset=utf-8' };
  return {
    '/': (_, response) =>
      response
        .writeHead(200, {
          ...typed,
          link: `<${at('link-header')}>; rel=preconnect, <${at('link-header')}>; rel=dns-prefetch, <${at('link-header')}>; rel=preload; as=style`,
          'reporting-endpoints': `default="${at('reporting')}"`,
          'report-to': `{"group":"default","max_age":100,"endpoints":[{"url":"${at('reporting')}"}]}`,
          nel: '{"report_to":"default","max_age":100,"success_fraction":1}',
        })
        .end(
          `<!doctype html><html lang="en"><title>Shop</title><body><h1>A shop with a look behind the counter</h1><p>Call <a href="tel:+380441234567">+380 44 123 45 67</a></p><script>${attempts.join('\n')}</script></body></html>`,
        ),
    '/to': (request, response) => response.writeHead(302, { location: request.url?.split('?')[1] }).end(),
    '/violates-its-policy': (_, response) => {
      const policy = `img-src 'none'; report-uri ${at('report-of-a-violation', 'http')}`;
      response.writeHead(200, { ...typed, 'content-security-policy': policy }).end('<img src="/x">');
    },
    '/service-worker.js': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(`fetch('${at('service-worker', 'http')}', { mode: 'no-cors' })`),
  };
}
