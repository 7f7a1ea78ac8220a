// Loaded into a probe's function by NODE_OPTIONS: the name of the shop leads to an address that each region has for itself, as names do that
// are answered by where one asks from.
const dns = require('node:dns');

const lookup = dns.lookup;
dns.lookup = (host, options, callback) => {
  if (host !== 'shop.example') return lookup(host, options, callback);
  const [wanted, done] = typeof options === 'function' ? [{}, options] : [options, callback];
  const address = process.env.SHOP_ADDRESS;
  setImmediate(() => (wanted.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4)));
};
