import { anyoneProcedure, personProcedure, router } from '../trpc.server.ts';
import { renewCodes, switchOff } from './change.server.ts';
import { AnyCode, CodeOfApp, SecondStepSignIn } from './schema.ts';
import { begin, confirm, keyToScan, secondStep } from './set-up.server.ts';
import { takeSecondStep } from './take.server.ts';

export const secondStepRouter = router({
  own: personProcedure.query(({ ctx }) => secondStep(ctx)),
  begin: personProcedure.mutation(({ ctx }) => begin(ctx)),
  key: personProcedure.query(({ ctx }) => keyToScan(ctx)),
  confirm: personProcedure.input(CodeOfApp).mutation(({ ctx, input }) => confirm(ctx, input)),
  renewCodes: personProcedure.input(AnyCode).mutation(({ ctx, input }) => renewCodes(ctx, input)),
  switchOff: personProcedure.input(AnyCode).mutation(({ ctx, input }) => switchOff(ctx, input)),
  signIn: anyoneProcedure.input(SecondStepSignIn).mutation(({ ctx, input }) => takeSecondStep(ctx, input)),
});
