import { z } from 'zod';
import { TrainingId } from '../trainings/schema.ts';
import { anyoneProcedure, networkProcedure, router } from '../trpc.server.ts';
import { revokeCertificate, showName } from './change.server.ts';
import { issueCertificates } from './issue.server.ts';
import { certificate, certificates, verifyCertificate } from './queries.server.ts';
import { CertificateId, NameVisibility, Revocation, VerifyCode } from './schema.ts';

const VerifiedCertificate = z.object({
  verifyCode: z.string(),
  state: z.enum(['issued', 'revoked']),
  issuedAt: z.date(),
  revokedAt: z.date().nullable(),
  language: z.string(),
  /** The name if the learner shows it, else initials */
  learner: z.string(),
  isNameShown: z.boolean(),
  title: z.string(),
  networkCode: z.string(),
  networkName: z.string(),
  accent: z.string(),
  issuerCountry: z.string().nullable(),
  startsOn: z.date(),
  endsOn: z.date(),
  timeZone: z.string(),
  workloadMinutes: z.number(),
  outcomes: z.array(z.string()),
  funders: z.array(z.string()),
  participation: z.enum(['onsite', 'online', 'hybrid']),
  threshold: z.number(),
});

export const certificatesRouter = router({
  verify: anyoneProcedure
    .meta({
      permission: 'anyone',
      openapi: {
        method: 'GET',
        path: '/certificates/{code}',
        summary: 'What a certificate says and whether it holds',
      },
    })
    .input(VerifyCode)
    .output(VerifiedCertificate)
    .query(({ input }) => verifyCertificate(input.code)),
  list: networkProcedure({ can: 'certificate.read' })
    .input(z.object({ trainingId: z.uuid().nullish() }))
    .query(({ ctx, input }) => certificates(ctx, input.trainingId ?? null)),
  one: networkProcedure({ can: 'certificate.read' })
    .input(CertificateId)
    .query(({ ctx, input }) => certificate(ctx, input.certificateId)),
  issue: networkProcedure({ can: 'certificate.issue' })
    .input(TrainingId)
    .mutation(({ ctx, input }) => issueCertificates(ctx, input.trainingId)),
  revoke: networkProcedure({ can: 'certificate.revoke' })
    .input(Revocation)
    .mutation(({ ctx, input }) => revokeCertificate(ctx, input)),
  showName: networkProcedure({ can: 'certificate.read' })
    .input(NameVisibility)
    .mutation(({ ctx, input }) => showName(ctx, input)),
});
