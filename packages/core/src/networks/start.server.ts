import { childrenOf, startOf } from '@tessera/db/founding.server.ts';
import type { Acting } from '../context.server.ts';
import { DomainError } from '../errors.ts';
import { writeModules, writeSettings } from '../settings/change.server.ts';
import { type Module, modulesOf } from '../settings/modules.ts';
import { settingOf, settledOf } from '../settings/registry.ts';
import { seenTexts } from '../translations/seen.server.ts';
import { change, possibleKinds } from './card.server.ts';
import { formSteps, type StartStep, startSteps } from './kinds.ts';

/** How far the start of a network has come, and which requests of other networks wait for an answer. One statement. */
export async function start(ctx: Acting) {
  const [[row]] = await ctx.ask([startOf(ctx.network.id)]);
  const saved = settingOf(ctx.network, 'start.steps');
  const isGuided = settledOf(ctx.network, 'start.dismissed').from !== null;
  const isDone: Record<StartStep, boolean> = {
    ...(Object.fromEntries(formSteps.map((step) => [step, saved.includes(step) || !isGuided])) as Record<
      (typeof formSteps)[number],
      boolean
    >),
    people: row?.hasPeople ?? false,
    institution: row?.hasInstitution ?? false,
    training: row?.hasTraining ?? false,
  };
  const trainingsOn = modulesOf(ctx.network).includes('trainings');
  const steps = startSteps
    .filter((step) => step !== 'training' || trainingsOn)
    .map((step) => ({ step, isDone: isDone[step] }));
  return {
    state: ctx.network.state,
    steps,
    left: steps.filter((each) => !each.isDone).length,
    isDismissed: settingOf(ctx.network, 'start.dismissed'),
    proposals: row?.proposals ?? 0,
    moves: row?.moves ?? 0,
  };
}

/** The card of the network as its forms show it. */
export async function card(ctx: Acting) {
  const { network } = ctx;
  const { texts, kinds } = await ctx.transaction(async (tx) => ({
    texts: await tx.prisma.networkText.findMany({
      where: { networkId: network.id },
      select: { language: true, version: true, name: true, summary: true },
    }),
    kinds: await possibleKinds(tx, ctx),
  }));
  const languages = [
    ...new Set([
      network.defaultLanguage,
      ...network.interfaceLanguages,
      ...texts.map(({ language }) => language),
    ]),
  ];
  return {
    texts: languages.map(
      (language) => texts.find((text) => text.language === language) ?? { language, name: '', summary: '' },
    ),
    seen: seenTexts('network', texts),
    kinds,
    kind: network.kind,
    country: network.country ?? '',
    timeZone: network.timeZone,
    defaultLanguage: network.defaultLanguage,
    interfaceLanguages: network.interfaceLanguages,
    contentLanguages: network.contentLanguages,
    accent: network.accent,
    modules: modulesOf(network),
  };
}

/** Switches modules, as a step of the start. */
export async function chooseModules(ctx: Acting, modules: Module[]): Promise<void> {
  await change(ctx, 'modules', (tx) => writeModules(tx, ctx, modules));
}

/** Hides what is left to do from the overview, or shows it again. */
export async function dismissStart(ctx: Acting, isDismissed: boolean): Promise<void> {
  await ctx.transaction((tx) => writeSettings(tx, ctx, [['start.dismissed', isDismissed]]));
}

/** The networks beneath this one with their public figures; figures about people below five are null. */
export async function children(ctx: Acting) {
  const rows = await ctx.transaction((tx) => tx.run(childrenOf(ctx.language)));
  return { children: rows };
}

/**
 * One network beneath this one.
 * @throws DomainError not_found for a network that does not stand beneath
 */
export async function child(ctx: Acting, code: string) {
  const { children: rows } = await children(ctx);
  const found = rows.find((row) => row.code === code);
  if (!found) throw new DomainError('not_found');
  return found;
}
