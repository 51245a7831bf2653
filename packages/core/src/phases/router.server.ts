import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { createPhase, editPhase, endPhase, removePhase } from './edit.server.ts';
import { keepLogo, logo } from './logos.server.ts';
import { phase, phases } from './queries.server.ts';
import { LogoId, NewLogo, PhaseFields, PhaseId } from './schema.ts';

export const phasesRouter = router({
  list: networkProcedure({ can: 'phase.read' }).query(({ ctx }) => phases(ctx)),
  one: networkProcedure({ can: 'phase.read' })
    .input(PhaseId)
    .query(({ ctx, input }) => phase(ctx, input.phaseId)),
  add: networkProcedure({ can: 'phase.create' })
    .input(PhaseFields)
    .mutation(({ ctx, input: { network: _network, ...fields } }) => createPhase(ctx, fields)),
  edit: networkProcedure({ can: 'phase.edit' })
    .input(PhaseFields.extend(PhaseId.shape))
    .mutation(({ ctx, input: { phaseId, network: _network, ...fields } }) => editPhase(ctx, phaseId, fields)),
  keepLogo: networkProcedure({ can: 'phase.edit' })
    .input(NewLogo)
    .mutation(({ ctx, input }) => keepLogo(ctx, input)),
  logo: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(LogoId)
    .query(({ ctx, input }) => logo(ctx, input.logoId)),
  end: networkProcedure({ can: 'phase.edit' })
    .input(PhaseId)
    .mutation(({ ctx, input }) => endPhase(ctx, input.phaseId)),
  remove: networkProcedure({ can: 'phase.remove' })
    .input(PhaseId)
    .mutation(({ ctx, input }) => removePhase(ctx, input.phaseId)),
});
