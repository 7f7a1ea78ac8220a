/**
 * Keeps the page up to date: asks for it anew and puts in what has changed, and nothing else, so that nothing flickers and whoever
 * reads or types goes on. `data-live` marks what changes as a whole, `data-list` what holds more or fewer of those. Without the
 * script, everything is there when the page is opened.
 */
export const pageScript = `(() => {
  const doc = document;
  const byId = (id) => doc.getElementById(id);
  const page = new URL(location);
  page.searchParams.delete('done');
  page.searchParams.delete('failed');
  if (page.href !== location.href) history.replaceState(null, '', page);
  const served = new Map([...doc.querySelectorAll('[data-live]')].map((part) => [part.dataset.live, part.outerHTML]));
  let failures = 0;
  let goodAt = Date.now();
  let timer;
  const find = (name, id) => doc.querySelector('[data-' + name + '="' + CSS.escape(id) + '"]');
  const renew = (part) => {
    const id = part.dataset.live;
    const old = find('live', id);
    if (old && served.get(id) === part.outerHTML) return old;
    served.set(id, part.outerHTML);
    const fresh = doc.importNode(part, true);
    for (const mine of old?.querySelectorAll('[id]') ?? []) {
      const twin = fresh.querySelector('#' + CSS.escape(mine.id));
      if (twin && mine.open) twin.open = true;
      if (twin && 'value' in mine) twin.value = mine.value;
    }
    return fresh;
  };
  const update = (next) => {
    const focused = doc.activeElement;
    const { selectionStart: from, selectionEnd: to } = focused;
    const light = doc.querySelector('[data-light]')?.dataset.light;
    for (const list of next.querySelectorAll('[data-list]')) {
      const mine = find('list', list.dataset.list);
      const parts = [...list.children].map(renew);
      const same = parts.length === mine?.children.length && parts.every((part, n) => part === mine.children[n]);
      if (!same) mine?.replaceChildren(...parts);
    }
    for (const part of next.querySelectorAll('[data-live]')) {
      const old = find('live', part.dataset.live);
      if (old && !part.parentElement.dataset.list) old.replaceWith(renew(part));
    }
    if (focused.id && doc.activeElement !== focused) {
      byId(focused.id)?.focus({ preventScroll: true });
      if (from != null) doc.activeElement.setSelectionRange?.(from, to);
    }
    if (doc.title !== next.title) doc.title = next.title;
    doc.body.dataset.seconds = next.body.dataset.seconds;
    byId('late').textContent = next.getElementById('late').textContent;
    const summary = doc.querySelector('[data-light]');
    if (summary && summary.dataset.light !== light) byId('news').textContent = summary.textContent;
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(300, doc.body.dataset.seconds * 2 ** failures) * 1000);
  };
  const look = async () => {
    if (doc.hidden) return;
    try {
      const answer = await fetch(page, { cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(20000) });
      const next = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html');
      update(next);
      failures = 0;
      goodAt = Date.now();
    } catch {
      failures += 1;
    }
    byId('late').hidden = Date.now() - goodAt < 120000;
    wait();
  };
  doc.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (!doc.hidden) look();
  });
  doc.body.classList.add('lively');
  wait();
})();
`.replaceAll(/^ +/gm, '');
