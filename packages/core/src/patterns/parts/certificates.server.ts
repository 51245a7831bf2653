import { certificateTemplates } from '@tessera/db/certificates.server.ts';
import type { Part } from '../part.ts';
import { copyId } from '../rules.ts';

/** The words of certificates in each language, without who signs them: a person does not come along. */
export const certificatesPart: Part = {
  isThere: async (tx, { network }) =>
    (await tx.prisma.certificateTemplate.count({ where: { networkId: network.id } })) > 0,
  find: async (tx, { runId, source, target }) => {
    const rows = await tx.run(certificateTemplates(source.network.id));
    return rows.map(({ language, accent, introduction, qualityAssurance, footer }) => ({
      key: language,
      title: language,
      copy: async (into) => {
        const objectId = copyId(runId, `certificate ${language}`);
        await into.prisma.certificateTemplate.create({
          data: {
            id: objectId,
            networkId: target.network.id,
            language,
            version: 1,
            accent,
            introduction,
            qualityAssurance,
            footer,
            createdAt: target.now,
            createdById: target.actor.personId,
          },
        });
        return { objectId };
      },
    }));
  },
  rows: async (tx, networkId, { sourceKey: language }) =>
    tx.prisma.certificateTemplate.findMany({
      where: { networkId, language },
      orderBy: { version: 'asc' },
      select: { id: true, introduction: true, qualityAssurance: true, footer: true },
    }),
  remove: async (tx, { network }, { objectId }) => {
    if (objectId)
      await tx.prisma.certificateTemplate.deleteMany({ where: { networkId: network.id, id: objectId } });
  },
};
