import type { Caller } from '@tessera/core/api.server.ts';
import { as } from '@tessera/core/testing.server.ts';
import { inNetwork, inScope } from '@tessera/db/scope.server.ts';
import { demoEmail } from './logins.ts';

/** What someone of the demo can do, by the mailbox of the demo's logins. */
export async function persona(mailbox: string): Promise<Caller> {
  const { id, givenName, familyName } = await personOf(mailbox);
  return as({ personId: id, email: demoEmail(mailbox), name: `${givenName} ${familyName}` });
}

/** @returns the id of someone of the demo */
export async function personIdOf(mailbox: string): Promise<string> {
  return (await personOf(mailbox)).id;
}

async function personOf(mailbox: string) {
  const email = demoEmail(mailbox);
  const person = await inScope({ door: 'identity' }, (tx) =>
    tx.prisma.person.findFirst({ where: { email } }),
  );
  if (!person) throw new Error(`${email} is missing`);
  return person;
}

/** @returns the id of a network of the demo by its code */
export async function networkId(code: string): Promise<string> {
  const network = await inScope({}, (tx) =>
    tx.prisma.network.findFirst({ where: { code }, select: { id: true } }),
  );
  return network?.id ?? '';
}

/** @returns the id of a training of the demo by its network's code and its own */
export async function idOf(network: string, code: string): Promise<string> {
  const id = await networkId(network);
  const training = await inNetwork(id, (tx) =>
    tx.prisma.training.findFirst({ where: { networkId: id, code }, select: { id: true } }),
  );
  return training?.id ?? '';
}
