const menu = document.querySelector('.menu-button');
menu.addEventListener('click', () => {
  const open = menu.getAttribute('aria-expanded') !== 'true';
  menu.setAttribute('aria-expanded', String(open));
});

const banner = document.querySelector('.cookies');
banner?.querySelector('button').addEventListener('click', () => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not available on plain HTTP.
  document.cookie = 'cookies=ok; path=/; max-age=15552000; samesite=lax';
  banner.remove();
});
