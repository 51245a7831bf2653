import { z } from 'zod';
import { SeatLink } from '../seats/schema.ts';
import { TrainingId } from '../trainings/schema.ts';
import { assessments, attendanceMeasures } from '../trainings/terms.ts';
import { anyoneProcedure, networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { badge, badgeIssuer, badgeStatus } from './badge.server.ts';
import { revokeCertificate, showName } from './change.server.ts';
import { issueCertificates } from './issue.server.ts';
import {
  certificate,
  certificateByLink,
  certificatePaper,
  certificates,
  papers,
  verifyCertificate,
} from './queries.server.ts';
import { reissueCertificate } from './reissue.server.ts';
import { certificateResultsOf } from './results.server.ts';
import { TemplateWords } from './rules.ts';
import {
  BadgeList,
  CertificateId,
  NameVisibility,
  NewTemplate,
  Reissue,
  Revocation,
  VerifyCode,
} from './schema.ts';
import { saveTemplate, templates } from './template.server.ts';

const VerifiedCertificate = z.object({
  verifyCode: z.string(),
  /** Whether it holds: not when its time is over, it was revoked, or a newer issue took its place */
  standing: z.enum(['valid', 'expired', 'revoked', 'superseded']),
  issuedAt: z.date(),
  validUntil: z.date().nullable(),
  revokedAt: z.date().nullable(),
  language: z.string(),
  /** The name if the learner shows it, else initials */
  learner: z.string(),
  isNameShown: z.boolean(),
  title: z.string(),
  networkCode: z.string(),
  networkName: z.string(),
  ...TemplateWords.shape,
  issuerCountry: z.string().nullable(),
  startsOn: z.date(),
  endsOn: z.date(),
  timeZone: z.string(),
  workloadMinutes: z.number(),
  outcomes: z.array(z.string()),
  funders: z.array(z.string()),
  participation: z.enum(['onsite', 'online', 'hybrid']),
  threshold: z.number(),
  measure: z.enum(attendanceMeasures),
  assessment: z.enum(assessments),
  eqfLevel: z.number().nullable(),
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
    .query(({ ctx, input }) => verifyCertificate(ctx, input.code)),
  badge: anyoneProcedure
    .meta({ notForPrograms: 'file' })
    .input(VerifyCode)
    .query(({ ctx, input }) => badge(ctx, input.code)),
  badgeIssuer: visitorProcedure.meta({ notForPrograms: 'file' }).query(({ ctx }) => badgeIssuer(ctx)),
  badgeStatus: visitorProcedure
    .meta({ notForPrograms: 'file' })
    .input(BadgeList)
    .query(({ ctx, input }) => badgeStatus(ctx, input.list)),
  list: networkProcedure({ can: 'certificate.read' })
    .input(z.object({ trainingId: z.uuid().nullish() }))
    .query(({ ctx, input }) => certificates(ctx, input.trainingId ?? null)),
  byLink: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(SeatLink)
    .query(({ ctx, input }) => certificateByLink(ctx, input)),
  one: networkProcedure({ can: 'certificate.read' })
    .input(CertificateId)
    .query(({ ctx, input }) => certificate(ctx, input.certificateId)),
  paper: networkProcedure({ can: 'certificate.read' })
    .input(CertificateId)
    .query(({ ctx, input }) => certificatePaper(ctx, input.certificateId)),
  issue: networkProcedure({ can: 'certificate.issue' })
    .input(TrainingId)
    .mutation(({ ctx, input }) => issueCertificates(ctx, input.trainingId)),
  templates: networkProcedure({ can: 'network.edit' }).query(({ ctx }) => templates(ctx)),
  saveTemplate: networkProcedure({ can: 'network.edit' })
    .input(NewTemplate)
    .mutation(({ ctx, input }) => saveTemplate(ctx, input)),
  papers: networkProcedure({ can: 'certificate.export' })
    .input(TrainingId)
    .query(({ ctx, input }) => papers(ctx, input.trainingId)),
  results: networkProcedure({ can: 'certificate.issue' })
    .input(TrainingId)
    .query(({ ctx, input }) => certificateResultsOf(ctx, input.trainingId)),
  reissue: networkProcedure({ can: 'certificate.issue' })
    .input(Reissue)
    .mutation(({ ctx, input }) => reissueCertificate(ctx, input)),
  revoke: networkProcedure({ can: 'certificate.revoke' })
    .input(Revocation)
    .mutation(({ ctx, input }) => revokeCertificate(ctx, input)),
  showName: networkProcedure({ can: 'certificate.read' })
    .input(NameVisibility)
    .mutation(({ ctx, input }) => showName(ctx, input)),
});
