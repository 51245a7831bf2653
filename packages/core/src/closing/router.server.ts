import { networkProcedure, operatorProcedure, router } from '../trpc.server.ts';
import {
  askClosing,
  confirmAsOperator,
  confirmClosing,
  showHalf,
  showHalfAsOperator,
  withdrawAsOperator,
  withdrawClosing,
} from './decide.server.ts';
import {
  closingPage,
  fetchPackage,
  noteArrived,
  operatorClosing,
  operatorClosings,
} from './queries.server.ts';
import { ClosingAddress, ClosingRequest } from './schema.ts';

const closing = networkProcedure({ can: 'network.close' });

export const closingRouter = router({
  page: closing.query(({ ctx }) => closingPage(ctx)),
  ask: closing.input(ClosingRequest).mutation(({ ctx, input }) => askClosing(ctx, input)),
  confirm: closing.mutation(({ ctx }) => confirmClosing(ctx)),
  withdraw: closing.mutation(({ ctx }) => withdrawClosing(ctx)),
  showHalf: closing.mutation(({ ctx }) => showHalf(ctx)),
  /** A mutation: each download leaves an entry. */
  download: closing.mutation(({ ctx }) => fetchPackage(ctx)),
  arrived: closing.mutation(({ ctx }) => noteArrived(ctx)),

  operatorList: operatorProcedure.query(({ ctx }) => operatorClosings(ctx)),
  operatorOne: operatorProcedure
    .input(ClosingAddress)
    .query(({ ctx, input }) => operatorClosing(ctx, input.address)),
  confirmAsOperator: operatorProcedure
    .input(ClosingAddress)
    .mutation(({ ctx, input }) => confirmAsOperator(ctx, input.address)),
  withdrawAsOperator: operatorProcedure
    .input(ClosingAddress)
    .mutation(({ ctx, input }) => withdrawAsOperator(ctx, input.address)),
  showHalfAsOperator: operatorProcedure
    .input(ClosingAddress)
    .mutation(({ ctx, input }) => showHalfAsOperator(ctx, input.address)),
});
