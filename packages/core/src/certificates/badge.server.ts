import { endedCertificates } from '@tessera/db/certificates.server.ts';
import { inNetwork } from '@tessera/db/scope.server.ts';
import { env } from '@tessera/env/env.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import { pickLanguage } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import type { NetworkContext, RequestContext } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { badgeSeedOf, knownBadgeSeed } from '../privacy/seal.server.ts';
import { findByCode } from './queries.server.ts';

// What signs is loaded for the first badge that somebody asks for; no page needs it.
const badges = () => import('@tessera/documents/badge.server.ts');

type Printed = Awaited<ReturnType<typeof findByCode>>['printed'];

/**
 * A certificate as an Open Badges 3.0 credential, for whoever has its code: what the public page shows, and no more.
 * @throws DomainError not_found, too_many_attempts
 */
export async function badge(ctx: RequestContext, code: string) {
  const { networkId, printed } = await findByCode(ctx, code);
  const { networkCode, verifyCode, learner, isNameShown } = printed;
  const { seed, statusIndex } = await inNetwork(networkId, async (tx) => {
    const row = await tx.prisma.certificate.findFirst({
      where: { networkId, verifyCode },
      select: { statusIndex: true },
    });
    if (!row) throw new DomainError('not_found');
    return { ...row, seed: await badgeSeedOf(tx, networkId, ctx.now) };
  });
  const { didOf, listLength, signedBadge } = await badges();
  const language = pickLanguage([printed.language]);
  return signedBadge(
    {
      ...printed,
      language,
      id: addressOf(paths.badge(verifyCode)),
      issuerName: printed.networkName,
      issuerUrl: addressOf(paths.network(networkCode)),
      learner: { text: learner, isName: isNameShown },
      ...wordsOf(printed),
      page: {
        url: addressOf(paths.verify(verifyCode)),
        name: translator(language, 'documents')('certificate.title'),
      },
      status: {
        url: addressOf(paths.badgeStatus(networkCode, Math.floor(statusIndex / listLength))),
        index: statusIndex,
      },
    },
    { did: didOf(addressOf(paths.badgeIssuer(networkCode))), seed },
  );
}

/** The public key of a network's badges, as the document of its `did:web`. */
export async function badgeIssuer(ctx: NetworkContext) {
  const seed = await inNetwork(ctx.network.id, (tx) => knownBadgeSeed(tx, ctx.network.id));
  const { code } = ctx.network;
  const { didOf, issuerDocument } = await badges();
  return issuerDocument(didOf(addressOf(paths.badgeIssuer(code))), seed, addressOf(paths.network(code)));
}

/**
 * Which badges of a network do not stand any more: those that were revoked and those whose place a newer one took.
 * @param list counted from 0; one speaks of 131,072 badges
 * @throws DomainError not_found while the network has signed none
 */
export async function badgeStatus(ctx: NetworkContext, list: number) {
  const { id: networkId, code } = ctx.network;
  const { didOf, listLength, signedStatusList } = await badges();
  const first = list * listLength;
  const { seed, ended } = await inNetwork(networkId, async (tx) => ({
    seed: await knownBadgeSeed(tx, networkId),
    ended: await tx.run(endedCertificates(networkId, first, first + listLength)),
  }));
  if (!seed) throw new DomainError('not_found');
  return signedStatusList(
    {
      id: addressOf(paths.badgeStatus(code, list)),
      ended: ended.map(({ statusIndex }) => statusIndex - first),
      at: ctx.realNow,
    },
    { did: didOf(addressOf(paths.badgeIssuer(code))), seed },
  );
}

/** What the paper says in lines, as the two texts that a badge has for it, in the paper's language. */
function wordsOf(printed: Printed): { description: string; criteria: string } {
  const language = pickLanguage([printed.language]);
  const t = translator(language, 'documents');
  const badgeWords = translator(language, 'badges');
  const format = formats(language);
  const { startsOn, endsOn, timeZone, outcomes, funders, eqfLevel, threshold, measure } = printed;
  const hours = printed.workloadMinutes / 60;
  const lines = [
    [t('certificate.date'), format.dateRange(startsOn, endsOn, timeZone)],
    [t('certificate.workload'), t('certificate.hours', { count: hours, formatted: format.number(hours) })],
    [t('certificate.participation'), t(`certificate.${printed.participation}`)],
    [t('certificate.assessment'), t(`certificate.assessments.${printed.assessment}`)],
    [t('certificate.level'), eqfLevel && t('certificate.eqf', { level: eqfLevel })],
    [t('certificate.outcomes'), outcomes.join('; ')],
    [t('certificate.qualityAssurance'), printed.qualityAssurance],
    [t('certificate.fundedBy'), format.list(funders)],
  ];
  return {
    description: lines
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    criteria: badgeWords(measure === 'minutes' ? 'criteria.minutes' : 'criteria.halfDays', {
      share: format.percent(threshold / 100),
    }),
  };
}

function addressOf(path: string): string {
  return absolute(env().appUrl, path);
}
