export { availability } from './availability.ts';
export { contacts } from './contacts.ts';
export { form } from './form.ts';
export { pageLoad } from './page-load.ts';
