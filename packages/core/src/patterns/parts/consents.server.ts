import { currentWordings, textFor } from '../../consents/wordings.server.ts';
import type { Part } from '../part.ts';

/** Wordings of consents. None of them holds before a coordinator has read it and said yes. */
export const consentsPart: Part = {
  isThere: async (tx, { network }) =>
    (await tx.prisma.consentWording.count({ where: { networkId: network.id, createdById: { not: null } } })) >
    0,
  find: async (tx, { source, target }) => {
    const wordings = await currentWordings(tx, source.network.id);
    return (
      wordings
        // What Tessera brings is there in every network.
        .filter(({ createdAt }) => createdAt !== null)
        .map((wording) => ({
          key: wording.purpose,
          title: textFor(wording, target.language, source.network.defaultLanguage)?.title ?? wording.purpose,
          words: { purpose: wording.purpose, months: wording.months, texts: wording.texts },
        }))
    );
  },
  rows: async () => null,
  remove: async () => {},
};
