import { networkProcedure, router } from '../trpc.server.ts';
import { message, messages } from './queries.server.ts';
import { resendMessage } from './resend.server.ts';
import { MessageFilter, MessageId } from './schema.ts';

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
});
