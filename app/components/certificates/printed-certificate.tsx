import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Workload } from '~/components/when.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Section } from '~/ui/page.tsx';

export type Printed = {
  verifyCode: string;
  learner: string;
  isNameShown: boolean;
  title: string;
  language: string;
  networkName: string;
  issuerCountry: string | null;
  issuedAt: Date;
  startsOn: Date;
  endsOn: Date;
  timeZone: string;
  workloadMinutes: number;
  outcomes: string[];
  funders: string[];
  participation: 'onsite' | 'online' | 'hybrid';
  threshold: number;
  measure: 'half_days' | 'minutes';
  assessment: 'none' | 'test' | 'assignment' | 'observation';
  eqfLevel: number | null;
  validUntil: Date | null;
  signatoryName: string;
  signatoryFunction: string;
  qualityAssurance: string;
};

/** What stands on the paper, to compare line by line. What was printed keeps its own language. */
export function PrintedCertificate({ certificate }: { certificate: Printed }) {
  const { t } = useTranslation(['certificates', 'trainings']);
  const format = useFormats();
  const { language, timeZone, verifyCode, outcomes, funders, issuerCountry } = certificate;
  return (
    <Section id="printed" title={t('check.title')}>
      <DefinitionList
        entries={[
          {
            term: t('check.learner'),
            value: (
              <>
                <span translate="no" className="text-lg font-semibold">
                  {certificate.learner}
                </span>
                {!certificate.isNameShown && (
                  <span className="block text-sm text-muted">{t('check.initialsOnly')}</span>
                )}
              </>
            ),
          },
          {
            term: t('check.training'),
            value: (
              <span lang={language} className="font-semibold">
                {certificate.title}
              </span>
            ),
          },
          {
            term: t('check.when'),
            value: format.dateRange(certificate.startsOn, certificate.endsOn, timeZone),
          },
          { term: t('check.workload'), value: <Workload minutes={certificate.workloadMinutes} /> },
          { term: t('check.participation'), value: t(`trainings:modes.${certificate.participation}`) },
          {
            term: t(certificate.measure === 'minutes' ? 'check.attendanceTime' : 'check.attendance'),
            value: format.percent(certificate.threshold / 100),
          },
          { term: t('rule.assessment'), value: t(`rule.assessments.${certificate.assessment}`) },
          {
            term: t('rule.level'),
            value: certificate.eqfLevel && t('check.eqf', { level: certificate.eqfLevel }),
          },
          {
            term: t('check.outcomes'),
            value: outcomes.length > 0 && (
              <ul lang={language} className="list-disc ps-5 marker:text-muted">
                {outcomes.map((outcome) => (
                  <li key={outcome}>{outcome}</li>
                ))}
              </ul>
            ),
          },
          { term: t('check.issuer'), value: <span translate="no">{certificate.networkName}</span> },
          {
            term: t('template.signatoryName'),
            value: certificate.signatoryName && (
              <>
                <span translate="no">{certificate.signatoryName}</span>
                <span lang={language} className="block text-sm text-muted">
                  {certificate.signatoryFunction}
                </span>
              </>
            ),
          },
          {
            term: t('template.qualityAssurance'),
            value: certificate.qualityAssurance && (
              <span lang={language}>{certificate.qualityAssurance}</span>
            ),
          },
          { term: t('check.issuerCountry'), value: issuerCountry && format.country(issuerCountry) },
          { term: t('check.funders'), value: funders.length > 0 && format.list(funders) },
          { term: t('check.issuedOn'), value: format.date(certificate.issuedAt, timeZone) },
          {
            term: t('check.validUntil'),
            value: certificate.validUntil && format.date(certificate.validUntil, timeZone),
          },
          {
            term: t('form.code'),
            value: (
              <span translate="no" className="tracking-[0.08em] tabular-nums">
                {verifyCode.match(/.{1,4}/g)?.join(' ')}
              </span>
            ),
          },
        ].filter(({ value }) => value !== false)}
      />
    </Section>
  );
}
