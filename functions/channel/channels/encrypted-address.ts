import { ChannelFault } from '../channel-fault.ts';

/**
 * An alert holds a link with which somebody may act: it travels encrypted, but on one machine.
 * @throws ChannelFault `secret`, which does not quote the address
 */
export function expectEncrypted(address: string): void {
  const url = URL.parse(address);
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || isHere) return;
  throw new ChannelFault('secret', 'Its address is not encrypted: write https://.');
}
