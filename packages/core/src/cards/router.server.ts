import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { DeckList } from './answers.ts';
import { chooseAnswers } from './choose.server.ts';
import { confirmRecording } from './confirm-recording.server.ts';
import { changeCard, createCard } from './edit.server.ts';
import { keepRecording } from './keep-recording.server.ts';
import { moveCard } from './move.server.ts';
import { languages, overview, pack } from './pack.server.ts';
import { card, cards, pictogram } from './queries.server.ts';
import { recording } from './recording.server.ts';
import { removeRecording } from './remove-recording.server.ts';
import {
  CardChange,
  CardChoices,
  CardFilter,
  CardId,
  CardStep,
  FieldTest,
  NewCard,
  NewRecording,
  PackLanguage,
  PictogramInput,
  RecordingId,
  RecordingOfText,
  TextFields,
  TextRejection,
  TextVersion,
} from './schema.ts';
import { noteFieldTest } from './test.server.ts';
import { approveText, rejectText } from './verify.server.ts';
import { reviewText, writeText } from './write.server.ts';

export const cardsRouter = router({
  list: networkProcedure({ can: 'card.read' })
    .input(CardFilter)
    .query(({ ctx, input }) => cards(ctx, input)),
  one: networkProcedure({ can: 'card.read' })
    .input(CardId)
    .query(({ ctx, input }) => card(ctx, input.cardId)),
  create: networkProcedure({ can: 'card.create' })
    .input(NewCard)
    .mutation(({ ctx, input }) => createCard(ctx, input)),
  change: networkProcedure({ can: 'card.edit' })
    .input(CardChange)
    .mutation(({ ctx, input }) => changeCard(ctx, input)),
  choose: networkProcedure({ can: 'card.edit' })
    .input(CardChoices)
    .mutation(({ ctx, input }) => chooseAnswers(ctx, input)),
  move: networkProcedure({ can: 'card.move' })
    .input(CardStep)
    .mutation(({ ctx, input }) => moveCard(ctx, input)),

  /** Which of the two kinds of text it is, the verb asks. */
  write: networkProcedure({ can: 'card_text.read' })
    .input(TextFields)
    .mutation(({ ctx, input: { network: _network, ...fields } }) => writeText(ctx, fields)),
  review: networkProcedure({ can: 'card_text.write' })
    .input(TextVersion)
    .mutation(({ ctx, input }) => reviewText(ctx, input)),
  approve: networkProcedure({ can: 'card_text.verify' })
    .input(TextVersion)
    .mutation(({ ctx, input }) => approveText(ctx, input)),
  reject: networkProcedure({ can: 'card_text.verify' })
    .input(TextRejection)
    .mutation(({ ctx, input: { network: _network, ...seen } }) => rejectText(ctx, seen)),
  test: networkProcedure({ can: 'card_text.write' })
    .input(FieldTest)
    .mutation(({ ctx, input: { network: _network, ...seen } }) => noteFieldTest(ctx, seen)),

  /** Who may speak a text is who may write it; the verb asks. */
  record: networkProcedure({ can: 'card_text.read' })
    .input(NewRecording)
    .mutation(({ ctx, input: { network: _network, ...recorded } }) => keepRecording(ctx, recorded)),
  confirmRecording: networkProcedure({ can: 'card_text.verify' })
    .input(RecordingOfText)
    .mutation(({ ctx, input }) => confirmRecording(ctx, input)),
  removeRecording: networkProcedure({ can: 'card_text.read' })
    .input(RecordingOfText)
    .mutation(({ ctx, input }) => removeRecording(ctx, input)),
  recording: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(RecordingId)
    .query(({ ctx, input }) => recording(ctx, input.recordingId)),

  pack: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(PackLanguage)
    .query(({ ctx, input }) => pack(ctx, input.language)),
  pictogram: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(PictogramInput)
    .query(({ input }) => pictogram(input.name)),
  overview: visitorProcedure.meta({ notForPrograms: 'page' }).query(({ ctx }) => overview(ctx)),
  languages: visitorProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/networks/{network}/cards',
        summary: 'Languages in which a network has communication cards',
      },
    })
    .output(DeckList)
    .query(({ ctx }) => languages(ctx)),
});
