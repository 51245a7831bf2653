import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { StoryAnswer, StoryList } from './answers.ts';
import { answerStory, answerStoryFor } from './consent.server.ts';
import { decideInitiative, moveInitiative } from './move.server.ts';
import { beginInitiative, planInitiative, tickTask } from './plan.server.ts';
import { figures, initiative, initiativeForm, initiatives, stories, story } from './queries.server.ts';
import {
  InitiativeDecision,
  InitiativeFields,
  InitiativeFilter,
  InitiativeId,
  InitiativeStep,
  NewInitiative,
  NewPhoto,
  OwnStoryConsent,
  PhotoId,
  StoryConsentFor,
  StoryFields,
  TaskTick,
} from './schema.ts';
import { keepPhoto, photo, publishStory, unpublishStory, writeStory } from './story.server.ts';

export const initiativesRouter = router({
  list: networkProcedure({ can: 'initiative.read' })
    .input(InitiativeFilter)
    .query(({ ctx, input }) => initiatives(ctx, input)),
  one: networkProcedure({ can: 'initiative.read' })
    .input(InitiativeId)
    .query(({ ctx, input }) => initiative(ctx, input.initiativeId)),
  form: networkProcedure({ can: 'initiative.edit' }).query(({ ctx }) => initiativeForm(ctx)),
  begin: networkProcedure({ can: 'initiative.begin' })
    .input(NewInitiative)
    .mutation(({ ctx, input: { network: _network, ...fields } }) => beginInitiative(ctx, fields)),
  plan: networkProcedure({ can: 'initiative.edit' })
    .input(InitiativeFields.extend(InitiativeId.shape))
    .mutation(({ ctx, input: { network: _network, initiativeId, ...fields } }) =>
      planInitiative(ctx, initiativeId, fields),
    ),
  tick: networkProcedure({ can: 'initiative.edit' })
    .input(TaskTick)
    .mutation(({ ctx, input }) => tickTask(ctx, input)),
  move: networkProcedure({ can: 'initiative.edit' })
    .input(InitiativeStep)
    .mutation(({ ctx, input }) => moveInitiative(ctx, input)),
  decide: networkProcedure({ can: 'initiative.decide' })
    .input(InitiativeDecision)
    .mutation(({ ctx, input }) => decideInitiative(ctx, input)),

  keepPhoto: networkProcedure({ can: 'initiative.edit' })
    .input(NewPhoto)
    .mutation(({ ctx, input }) => keepPhoto(ctx, input)),
  writeStory: networkProcedure({ can: 'initiative.edit' })
    .input(StoryFields)
    .mutation(({ ctx, input }) => writeStory(ctx, input)),
  answerStory: networkProcedure({ can: 'initiative.read' })
    .input(OwnStoryConsent)
    .mutation(({ ctx, input }) => answerStory(ctx, input)),
  /** For somebody without a login: whoever may nominate them answers. */
  answerStoryFor: networkProcedure({ can: 'mentee.add' })
    .input(StoryConsentFor)
    .mutation(({ ctx, input }) => answerStoryFor(ctx, input)),
  publish: networkProcedure({ can: 'initiative.decide' })
    .input(InitiativeId)
    .mutation(({ ctx, input }) => publishStory(ctx, input.initiativeId)),
  unpublish: networkProcedure({ can: 'initiative.decide' })
    .input(InitiativeId)
    .mutation(({ ctx, input }) => unpublishStory(ctx, input.initiativeId)),

  stories: visitorProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/networks/{network}/stories',
        summary: 'Stories of initiatives that a network tells',
      },
    })
    .output(StoryList)
    .query(({ ctx }) => stories(ctx)),
  story: visitorProcedure
    .meta({
      openapi: { method: 'GET', path: '/networks/{network}/stories/{initiativeId}', summary: 'One story' },
    })
    .input(InitiativeId)
    .output(StoryAnswer)
    .query(({ ctx, input }) => story(ctx, input.initiativeId)),
  photo: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(PhotoId)
    .query(({ ctx, input }) => photo(ctx, input)),
  figures: networkProcedure({ can: 'mentoring.summary' }).query(({ ctx }) => figures(ctx)),
});
