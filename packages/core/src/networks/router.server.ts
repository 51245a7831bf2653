import { z } from 'zod';
import { ModuleChoice } from '../settings/schema.ts';
import { anyoneProcedure, networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { NetworkList, NetworkPageAnswer } from './answers.ts';
import { openNetwork, saveAccent, saveLanguages, saveTerritory, saveTexts } from './card.server.ts';
import { answerMove, moves, requestMove } from './moves.server.ts';
import { addresses, networkPage, publicTree, shell } from './queries.server.ts';
import {
  CardAccent,
  CardLanguages,
  CardTerritory,
  CardTexts,
  Child,
  MoveAnswer,
  MoveRequest,
} from './schema.ts';
import { card, child, children, chooseModules, dismissStart, start } from './start.server.ts';

export const networksRouter = router({
  publicTree: anyoneProcedure
    .meta({
      permission: 'anyone',
      openapi: { method: 'GET', path: '/networks', summary: 'All public networks' },
    })
    .output(NetworkList)
    .query(({ ctx }) => publicTree(ctx)),
  shell: visitorProcedure.meta({ notForPrograms: 'page' }).query(({ ctx }) => shell(ctx)),
  page: visitorProcedure
    .meta({
      permission: 'visitor',
      openapi: { method: 'GET', path: '/networks/{network}', summary: 'One network' },
    })
    .output(NetworkPageAnswer)
    .query(({ ctx }) => networkPage(ctx)),
  addresses: visitorProcedure.meta({ notForPrograms: 'page' }).query(({ ctx }) => addresses(ctx)),
  start: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => start(ctx)),
  card: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => card(ctx)),
  saveTexts: networkProcedure({ can: 'network.edit' })
    .input(CardTexts)
    .mutation(({ ctx, input }) => saveTexts(ctx, input)),
  saveTerritory: networkProcedure({ can: 'network.edit' })
    .input(CardTerritory)
    .mutation(({ ctx, input }) => saveTerritory(ctx, input)),
  saveLanguages: networkProcedure({ can: 'network.edit' })
    .input(CardLanguages)
    .mutation(({ ctx, input }) => saveLanguages(ctx, input)),
  saveAccent: networkProcedure({ can: 'network.edit' })
    .input(CardAccent)
    .mutation(({ ctx, input }) => saveAccent(ctx, input)),
  chooseModules: networkProcedure({ can: 'network.edit' })
    .input(ModuleChoice)
    .mutation(({ ctx, input }) => chooseModules(ctx, input.modules)),
  dismissStart: networkProcedure({ can: 'network.edit' })
    .input(z.object({ isDismissed: z.boolean() }))
    .mutation(({ ctx, input }) => dismissStart(ctx, input.isDismissed)),
  open: networkProcedure({ can: 'network.edit' }).mutation(({ ctx }) => openNetwork(ctx)),
  children: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => children(ctx)),
  child: networkProcedure({ can: 'network.edit' })
    .input(Child)
    .query(({ ctx, input }) => child(ctx, input.child)),
  moves: networkProcedure({ can: 'network.share' }).query(({ ctx }) => moves(ctx)),
  requestMove: networkProcedure({ can: 'network.share' })
    .input(MoveRequest)
    .mutation(({ ctx, input }) => requestMove(ctx, input)),
  answerMove: networkProcedure({ can: 'network.share' })
    .input(MoveAnswer)
    .mutation(({ ctx, input }) => answerMove(ctx, input)),
});
