import { fieldClasses } from '@tessera/db/classes.ts';
import { ownPeriods, type ProcessingRow, processingEntries } from '@tessera/db/processing.server.ts';
import { placeOfArea } from '@tessera/db/subject.server.ts';
import type { NetworkContext } from '../../context.server.ts';
import { isModuleOn } from '../../settings/modules.ts';
import { usualMonths } from '../retention.ts';
import { areaTerms, type RegisterArea, registerAreas } from './areas.ts';
import { classesOf, readersOf } from './rules.ts';
import type { Basis, SpecialBasis } from './terms.ts';

/**
 * The register of processing (Art. 30 GDPR): each kind of record about people that the modules of this network keep, with what
 * follows from the schema, from the matrix and from the periods, and the basis that is suggested or was decided on.
 */
export async function processingRegister(ctx: NetworkContext) {
  const [decided, periods] = await ctx.ask([processingEntries(ctx.network.id), ownPeriods(ctx.network.id)]);
  const entries = registerAreas.flatMap((area) => {
    const { module, kinds, entity, recipients, activity, subjects } = areaTerms[area];
    if (module && !isModuleOn(ctx.network, module)) return [];
    const classes = classesOfArea(area);
    return [
      {
        area,
        activity,
        subjects,
        ...basisOf(area, decided),
        classes,
        isSealed: classes.length > 1,
        readers: readersOf(entity),
        recipients: recipients.filter((each) => each !== 'partners' || isModuleOn(ctx.network, 'partners')),
        kept: kinds.map((kind) => ({
          kind,
          months: periods.find((period) => period.kind === kind)?.months ?? usualMonths[kind],
        })),
      },
    ];
  });
  return { entries, defaults: entries.filter(({ decision }) => decision === null).length };
}

/** The basis of one area: what the network decided, or what is suggested. */
export function basisOf(area: RegisterArea, decided: readonly ProcessingRow[]) {
  const { basis, specialBasis } = areaTerms[area];
  const own = decided.find((row) => row.area === area);
  return {
    basis: (own?.basis ?? basis) as Basis,
    specialBasis: ((own ? own.specialBasis : specialBasis) ?? null) as SpecialBasis | null,
    suggested: { basis, specialBasis: specialBasis ?? null },
    decision: own ? { at: own.changedAt, by: own.changedBy, note: own.note } : null,
  };
}

/** The classes of data that an area holds, from the schema. */
export function classesOfArea(area: RegisterArea) {
  return classesOf((fieldClasses as Record<string, Record<string, string>>)[placeOfArea(area).table] ?? {});
}
