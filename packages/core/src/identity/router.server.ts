import { languages } from '@tessera/i18n/languages.ts';
import { z } from 'zod';
import { anyoneProcedure, personProcedure, router } from '../trpc.server.ts';
import {
  endOneSession,
  listSessions,
  me,
  setLanguage,
  signOut,
  signOutEverywhere,
} from './account.server.ts';
import { demoLogins } from './demo.server.ts';
import { changePassword, checkReset, requestReset, resetPassword } from './password-reset.server.ts';
import {
  CodeRequest,
  CodeSignIn,
  PasswordChange,
  PasswordReset,
  ResetLink,
  ResetRequest,
  SessionEnd,
  SignIn,
} from './schema.ts';
import { requestCode, signIn, signInWithCode } from './sign-in.server.ts';

export const identityRouter = router({
  me: anyoneProcedure.meta({ notForPrograms: 'session' }).query(({ ctx }) => me(ctx)),
  signIn: anyoneProcedure.input(SignIn).mutation(({ ctx, input }) => signIn(ctx, input)),
  requestCode: anyoneProcedure.input(CodeRequest).mutation(({ ctx, input }) => requestCode(ctx, input)),
  signInWithCode: anyoneProcedure.input(CodeSignIn).mutation(({ ctx, input }) => signInWithCode(ctx, input)),
  requestReset: anyoneProcedure.input(ResetRequest).mutation(({ ctx, input }) => requestReset(ctx, input)),
  checkReset: anyoneProcedure
    .meta({ notForPrograms: 'link' })
    .input(ResetLink)
    .query(({ ctx, input }) => checkReset(ctx, input)),
  resetPassword: anyoneProcedure.input(PasswordReset).mutation(({ ctx, input }) => resetPassword(ctx, input)),
  demoLogins: anyoneProcedure.meta({ notForPrograms: 'session' }).query(({ ctx }) => demoLogins(ctx)),
  signOut: anyoneProcedure.mutation(({ ctx }) => signOut(ctx)),
  signOutEverywhere: personProcedure.mutation(({ ctx }) => signOutEverywhere(ctx)),
  sessions: personProcedure.query(({ ctx }) => listSessions(ctx)),
  endSession: personProcedure
    .input(SessionEnd)
    .mutation(({ ctx, input }) => endOneSession(ctx, input.session)),
  changePassword: personProcedure
    .input(PasswordChange)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  setLanguage: personProcedure
    .input(z.object({ language: z.enum(languages) }))
    .mutation(({ ctx, input }) => setLanguage(ctx, input.language)),
});
