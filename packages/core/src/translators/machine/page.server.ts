import type { NetworkContext } from '../../context.server.ts';
import { settingOf } from '../../settings/registry.ts';
import { kindsIn } from '../../translations/access.server.ts';
import { missingTexts } from './missing.server.ts';
import { machineTranslator } from './provider.server.ts';
import { leftOf } from './rules.ts';
import { yearOf } from './year.ts';

/** What a machine could translate for a network, what it would cost, what is left of the year, and the latest orders. */
export async function machinePage(ctx: NetworkContext) {
  const { characters: budget, internal } = settingOf(ctx.network, 'translations.machine');
  const year = yearOf(ctx);
  const networkId = ctx.network.id;
  const [spent, orders] = await ctx.transaction(({ prisma }) =>
    Promise.all([
      prisma.machineYear.findFirst({ where: { networkId, year }, select: { reserved: true, used: true } }),
      prisma.machineOrder.findMany({
        where: { networkId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 10,
        select: {
          id: true,
          language: true,
          state: true,
          reason: true,
          reserved: true,
          used: true,
          createdAt: true,
          items: { select: { state: true } },
        },
      }),
    ]),
  );
  const { reserved, used } = spent ?? { reserved: 0, used: 0 };
  const translator = await machineTranslator();
  const missing = translator ? await missingTexts(ctx, translator) : [];
  return {
    isOn: translator !== null,
    year,
    timeZone: ctx.network.timeZone,
    budget,
    used,
    reserved,
    left: leftOf({ budget, reserved, used }),
    internal,
    kinds: kindsIn(ctx),
    languages: [...new Set(missing.map(({ language }) => language))].map((language) => {
      const all = missing.filter((text) => text.language === language);
      const hard = all.filter(({ isHard }) => isHard);
      return { language, ...sumOf(all), hard: sumOf(hard) };
    }),
    orders: orders.map(({ items, ...order }) => ({
      ...order,
      texts: items.length,
      written: items.filter(({ state }) => state === 'written').length,
    })),
  };
}

function sumOf(texts: readonly { characters: number }[]) {
  return { texts: texts.length, characters: texts.reduce((sum, { characters }) => sum + characters, 0) };
}
