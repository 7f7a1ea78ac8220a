/**
 * Keeps the page up to date: asks for it anew and puts in what the server says otherwise than before, and nothing else, so that
 * nothing flickers and readers can go on reading and typing. `data-live` marks what may change, `data-list` what holds more or fewer of
 * those. A part that keeps its shape stays the same element; what has to be replaced takes half a sentence with it. Without the
 * script, everything is there when the page is opened.
 */
export const pageScript = `(() => {
  const doc = document;
  const late = doc.getElementById('late');
  const page = new URL(location);
  for (const word of ['done', 'failed']) page.searchParams.delete(word);
  history.replaceState(null, '', page);
  const all = (root, name) => [...root.querySelectorAll('[data-' + name + ']')];
  const find = (name, id) => all(doc, name).find((part) => part.dataset[name] === id);
  const served = {};
  for (const part of all(doc, 'live')) served[part.dataset.live] = part.cloneNode(true);
  let failures = 0;
  let goodAt = Date.now();
  let timer;
  const fresh = (mine, next) => {
    const made = doc.importNode(next, true);
    for (const old of mine?.querySelectorAll?.('[id]') ?? []) {
      const twin = made.querySelector?.('#' + CSS.escape(old.id));
      if (twin && old.open) twin.open = true;
      if (twin && 'value' in old) twin.value = old.value;
    }
    return made;
  };
  const patch = (mine, before, next) => {
    if (mine && before?.isEqualNode(next)) return mine;
    const parts = [...next.childNodes];
    const alike = (node) => node?.nodeName === next.nodeName && node.childNodes.length === parts.length;
    if (!alike(mine) || !alike(before)) return fresh(mine, next);
    if (next.data) mine.data = next.data;
    for (const { name, value } of next.attributes ?? []) if (before.getAttribute(name) !== value) mine.setAttribute(name, value);
    for (const { name } of before.attributes ?? []) if (!next.hasAttribute(name)) mine.removeAttribute(name);
    parts.forEach((part, n) => put(mine.childNodes[n], patch(mine.childNodes[n], before.childNodes[n], part)));
    return mine;
  };
  const put = (mine, shown) => mine !== shown && mine.replaceWith(shown);
  const renew = (part) => {
    const id = part.dataset.live;
    const before = served[id];
    served[id] = part.cloneNode(true);
    return patch(find('live', id), before, part);
  };
  const update = (next) => {
    const focused = doc.activeElement;
    const { light } = all(doc, 'light')[0]?.dataset ?? {};
    for (const list of all(next, 'list')) {
      const mine = find('list', list.dataset.list);
      const parts = mine ? [...list.children].map(renew) : [];
      if (parts.length !== mine?.children.length || parts.some((part, n) => part !== mine.children[n])) mine?.replaceChildren(...parts);
    }
    for (const part of all(next, 'live')) {
      const mine = find('live', part.dataset.live);
      if (mine && !part.parentElement.dataset.list) put(mine, renew(part));
    }
    if (focused.id && doc.activeElement !== focused) doc.getElementById(focused.id)?.focus({ preventScroll: true });
    doc.title = next.title;
    doc.body.dataset.seconds = next.body.dataset.seconds;
    late.textContent = next.getElementById('late').textContent;
    const summary = all(doc, 'light')[0];
    if (summary?.dataset.light !== light) doc.getElementById('news').textContent = summary.textContent;
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(300, doc.body.dataset.seconds * 2 ** failures) * 1000);
  };
  const look = async () => {
    if (doc.hidden) return;
    try {
      const answer = await fetch(page, { cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(20000) });
      update(answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html'));
      failures = 0;
      goodAt = Date.now();
    } catch {
      failures += 1;
    }
    late.hidden = Date.now() - goodAt < 120000;
    wait();
  };
  doc.onvisibilitychange = () => {
    clearTimeout(timer);
    look();
  };
  doc.body.classList.add('lively');
  wait();
})();
`.replaceAll(/^ +/gm, '');
