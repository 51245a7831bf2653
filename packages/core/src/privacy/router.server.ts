import { networkProcedure, operatorProcedure, personProcedure, router } from '../trpc.server.ts';
import {
  accesses,
  askAccess,
  askAccessAsOperator,
  decideOnAccess,
  decideOnAccessAsOperator,
  operatorAccesses,
  readAsOperator,
} from './access.server.ts';
import {
  carryOutErasure,
  carryOutErasureEverywhere,
  erasures,
  liftHold,
  operatorErasures,
  requestErasure,
  setHold,
  withdrawErasure,
} from './erasure.server.ts';
import { ownPrivacy } from './own.server.ts';
import { decideProcessing } from './processing/decide.server.ts';
import { ownProcessing } from './processing/own.server.ts';
import { processingRegister } from './processing/register.server.ts';
import { retentionBoard, setPeriod, tryRetention } from './retention.server.ts';
import {
  AccessDecision,
  AccessRequest,
  Hold,
  NetworkCode,
  OperatorAccessDecision,
  OperatorAccessRequest,
  OperatorReading,
  Period,
  ProcessingDecision,
  RequestId,
} from './schema.ts';
import { everythingAbout } from './subject.server.ts';

export const privacyRouter = router({
  mine: personProcedure.query(({ ctx }) => ownPrivacy(ctx)),
  ownProcessing: personProcedure
    .input(NetworkCode)
    .query(({ ctx, input }) => ownProcessing(ctx, input.network)),
  /** A mutation: each copy leaves an entry. */
  everything: personProcedure.mutation(({ ctx }) => everythingAbout(ctx)),
  requestErasure: personProcedure.mutation(({ ctx }) => requestErasure(ctx)),
  withdrawErasure: personProcedure.mutation(({ ctx }) => withdrawErasure(ctx)),

  board: networkProcedure({ can: 'privacy.read' }).query(({ ctx }) => retentionBoard(ctx)),
  setPeriod: networkProcedure({ can: 'privacy.manage' })
    .input(Period)
    .mutation(({ ctx, input }) => setPeriod(ctx, input)),
  tryRetention: networkProcedure({ can: 'privacy.manage' }).mutation(({ ctx }) => tryRetention(ctx)),

  processing: networkProcedure({ can: 'privacy.read' }).query(({ ctx }) => processingRegister(ctx)),
  decideProcessing: networkProcedure({ can: 'privacy.manage' })
    .input(ProcessingDecision)
    .mutation(({ ctx, input }) => decideProcessing(ctx, input)),

  accesses: networkProcedure({ can: 'access.read' }).query(({ ctx }) => accesses(ctx)),
  askAccess: networkProcedure({ can: 'access.ask' })
    .input(AccessRequest)
    .mutation(({ ctx, input }) => askAccess(ctx, input)),
  decideOnAccess: networkProcedure({ can: 'access.decide' })
    .input(AccessDecision)
    .mutation(({ ctx, input }) => decideOnAccess(ctx, input)),

  erasures: networkProcedure({ can: 'privacy.read' }).query(({ ctx }) => erasures(ctx)),
  carryOutErasure: networkProcedure({ can: 'privacy.decide' })
    .input(RequestId)
    .mutation(({ ctx, input }) => carryOutErasure(ctx, input.requestId)),
  setHold: networkProcedure({ can: 'privacy.decide' })
    .input(Hold)
    .mutation(({ ctx, input }) => setHold(ctx, input)),
  liftHold: networkProcedure({ can: 'privacy.decide' })
    .input(RequestId)
    .mutation(({ ctx, input }) => liftHold(ctx, input.requestId)),

  operatorAccesses: operatorProcedure.query(({ ctx }) => operatorAccesses(ctx)),
  askAccessAsOperator: operatorProcedure
    .input(OperatorAccessRequest)
    .mutation(({ ctx, input }) => askAccessAsOperator(ctx, input)),
  decideOnAccessAsOperator: operatorProcedure
    .input(OperatorAccessDecision)
    .mutation(({ ctx, input }) => decideOnAccessAsOperator(ctx, input)),
  readAsOperator: operatorProcedure
    .input(OperatorReading)
    .mutation(({ ctx, input }) => readAsOperator(ctx, input)),
  operatorErasures: operatorProcedure.query(({ ctx }) => operatorErasures(ctx)),
  carryOutErasureEverywhere: operatorProcedure
    .input(RequestId)
    .mutation(({ ctx, input }) => carryOutErasureEverywhere(ctx, input.requestId)),
});
