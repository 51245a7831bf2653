import { networkProcedure, personProcedure, router } from '../trpc.server.ts';
import { answerConsent, withdrawConsent } from './own.server.ts';
import { consentCounts, consents, openConsent, recordConsent, withdrawRecorded } from './record.server.ts';
import { ConsentAnswer, ConsentId, OwnConsent, SpokenConsent, Wording } from './schema.ts';
import { newWording, wordings } from './wordings.server.ts';

export const consentsRouter = router({
  answer: personProcedure.input(ConsentAnswer).mutation(({ ctx, input }) => answerConsent(ctx, input)),
  withdraw: personProcedure.input(OwnConsent).mutation(({ ctx, input }) => withdrawConsent(ctx, input)),
  list: networkProcedure({ can: 'consent.read' }).query(({ ctx }) => consents(ctx)),
  counts: networkProcedure({ can: 'privacy.read' }).query(({ ctx }) => consentCounts(ctx)),
  record: networkProcedure({ can: 'consent.record' })
    .input(SpokenConsent)
    .mutation(({ ctx, input }) => recordConsent(ctx, input)),
  /** A mutation: each reading leaves an entry. */
  open: networkProcedure({ can: 'consent.read' })
    .input(ConsentId)
    .mutation(({ ctx, input }) => openConsent(ctx, input.consentId)),
  withdrawRecorded: networkProcedure({ can: 'consent.record' })
    .input(ConsentId)
    .mutation(({ ctx, input }) => withdrawRecorded(ctx, input.consentId)),
  wordings: networkProcedure({ can: 'consent.read' }).query(({ ctx }) => wordings(ctx)),
  newWording: networkProcedure({ can: 'privacy.manage' })
    .input(Wording)
    .mutation(({ ctx, input }) => newWording(ctx, input)),
});
