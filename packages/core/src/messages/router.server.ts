import { networkProcedure, personProcedure, router } from '../trpc.server.ts';
import { choices, choose } from './choices.server.ts';
import { notices, readAllNotices, readNotice } from './notices.server.ts';
import { message, messages } from './queries.server.ts';
import { resendMessage } from './resend.server.ts';
import { MessageFilter, MessageId, NoticeChoices, NoticeId, NoticePage } from './schema.ts';

export const messagesRouter = router({
  list: networkProcedure({ can: 'message.read' })
    .input(MessageFilter)
    .query(({ ctx, input }) => messages(ctx, input)),
  one: networkProcedure({ can: 'message.read' })
    .input(MessageId)
    .query(({ ctx, input }) => message(ctx, input.messageId)),
  resend: networkProcedure({ can: 'message.resend' })
    .input(MessageId)
    .mutation(({ ctx, input }) => resendMessage(ctx, input.messageId)),
  notices: personProcedure.input(NoticePage).query(({ ctx, input }) => notices(ctx, input.page)),
  readNotice: personProcedure.input(NoticeId).mutation(({ ctx, input }) => readNotice(ctx, input.noticeId)),
  readAllNotices: personProcedure.mutation(({ ctx }) => readAllNotices(ctx)),
  choices: personProcedure.query(({ ctx }) => choices(ctx)),
  choose: personProcedure.input(NoticeChoices).mutation(({ ctx, input }) => choose(ctx, input)),
});
