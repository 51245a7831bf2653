import { anyoneProcedure, networkProcedure, personProcedure, router } from '../trpc.server.ts';
import { agreement, agreeWithCode, agreeWithPassword, sendAgreementCode } from './agree.server.ts';
import { change, connect, remove, switchProvider } from './keep.server.ts';
import { mine, unlink } from './own.server.ts';
import { offered, provider, providers, test } from './pages.server.ts';
import {
  Agreement,
  AgreementByCode,
  AgreementByPassword,
  Answer,
  Beginning,
  Connection,
  ConnectionChange,
  NetworkCode,
  OwnLink,
  Provider,
  Switch,
} from './schema.ts';
import { begin, finish } from './sign-in.server.ts';

export const ownAccountsRouter = router({
  providers: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => providers(ctx)),
  provider: networkProcedure({ can: 'network.edit' })
    .input(Provider)
    .query(({ ctx, input }) => provider(ctx, input.providerId)),
  connect: networkProcedure({ can: 'network.edit' })
    .input(Connection)
    .mutation(({ ctx, input: { network: _network, ...input } }) => connect(ctx, input)),
  change: networkProcedure({ can: 'network.edit' })
    .input(ConnectionChange)
    .mutation(({ ctx, input: { network: _network, ...input } }) => change(ctx, input)),
  switch: networkProcedure({ can: 'network.edit' })
    .input(Switch)
    .mutation(({ ctx, input }) => switchProvider(ctx, input)),
  remove: networkProcedure({ can: 'network.edit' })
    .input(Provider)
    .mutation(({ ctx, input }) => remove(ctx, input.providerId)),
  test: networkProcedure({ can: 'network.edit' })
    .input(Provider)
    .mutation(({ ctx, input }) => test(ctx, input.providerId)),
  offered: anyoneProcedure
    .meta({ notForPrograms: 'session' })
    .input(NetworkCode)
    .query(({ input }) => offered(input.network)),
  begin: anyoneProcedure.input(Beginning).mutation(({ ctx, input }) => begin(ctx, input)),
  finish: anyoneProcedure.input(Answer).mutation(({ ctx, input }) => finish(ctx, input)),
  agreement: anyoneProcedure
    .meta({ notForPrograms: 'link' })
    .input(Agreement)
    .query(({ ctx, input }) => agreement(ctx, input)),
  agreeWithPassword: anyoneProcedure
    .input(AgreementByPassword)
    .mutation(({ ctx, input }) => agreeWithPassword(ctx, input)),
  sendAgreementCode: anyoneProcedure
    .input(Agreement)
    .mutation(({ ctx, input }) => sendAgreementCode(ctx, input)),
  agreeWithCode: anyoneProcedure
    .input(AgreementByCode)
    .mutation(({ ctx, input }) => agreeWithCode(ctx, input)),
  mine: personProcedure.query(({ ctx }) => mine(ctx)),
  unlink: personProcedure.input(OwnLink).mutation(({ ctx, input }) => unlink(ctx, input)),
});
