import { BlockList, isIP } from 'node:net';

// What the registers of IANA keep for special purposes: nothing there is a page for everybody.
const special = new BlockList();
for (const block of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
])
  special.addSubnet(...partsOf(block), 'ipv4');
// Of version 6 only 2000::/3 is given out; in it these are not, or lead to an address of version 4.
for (const block of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])
  special.addSubnet(...partsOf(block), 'ipv6');
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');

function partsOf(block: string): [string, number] {
  const [net = '', prefix] = block.split('/');
  return [net, Number(prefix)];
}

/** Whether an IP address is one that everybody reaches, and none of this house, its neighbours or the machine itself. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  return isIP(address) === 6 && givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** The host of an address as it is dialled: without the brackets around an IP address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** Whether an address can be a page for everybody, as far as its letters tell; what its name leads to is asked later. */
export function leadsOutside(address: string): boolean {
  const url = new URL(address);
  const host = hostOf(url).replace(/\.$/, '');
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return false;
  if (isIP(host)) return isPublicAddress(host);
  return host.includes('.') && !/\.(localhost|local|internal|home\.arpa|lan)$/.test(host);
}
