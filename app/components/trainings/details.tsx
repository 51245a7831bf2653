import { useTranslation } from '@tessera/i18n/react.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { KindLabel, ThemeLabel } from '~/components/training-labels.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Workload } from '~/components/when.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Section } from '~/ui/page.tsx';
import type { ShownTraining } from './shown-training.ts';

/** Everything else that one may want to know. */
export function Details({ training }: { training: ShownTraining }) {
  const { t } = useTranslation(['trainings', 'certificates']);
  const format = useFormats();
  const isByMinutes = training.attendanceMeasure === 'minutes';
  const { kind, theme, languages, audience, trainers, attendanceThreshold, code, sessions, accessibility } =
    training;
  const offers = [
    training.childcareOffered && t('page.childcare'),
    training.costFree && t('page.costFree'),
  ].filter((offer) => offer !== false);
  return (
    <Section id="details" title={t('page.facts')}>
      <DefinitionList
        entries={[
          { term: t('page.kind'), value: <KindLabel kind={kind} /> },
          { term: t('page.theme'), value: <ThemeLabel theme={theme} /> },
          { term: t('page.languages'), value: format.list(languages.map(format.language)) },
          {
            term: t('page.workload'),
            value: (
              <>
                <Workload minutes={training.workloadMinutes} />, {t('halfDays', { count: sessions.length })}
              </>
            ),
          },
          { term: t('page.audience'), value: t(`audiences.${audience as 'leaders'}`) },
          { term: t('page.trainers', { count: trainers.length }), value: trainersList(training) },
          {
            term: t('page.accessibility'),
            value:
              accessibility.length > 0 &&
              format.list(accessibility.map((term) => t(`accessibility.${term as 'step_free'}`))),
          },
          {
            term: t('page.offers'),
            value: offers.length > 0 && offers.join('. '),
          },
          {
            term: t('page.certificate'),
            value: !training.givesCertificate
              ? t('page.certificateNone')
              : attendanceThreshold === 100
                ? t('page.certificateAll')
                : t(isByMinutes ? 'certificates:rule.minutesText' : 'page.certificateText', {
                    share: format.percent(attendanceThreshold / 100),
                  }),
          },
          { term: t('page.network'), value: training.isOwn ? null : training.networkName },
          {
            term: t('page.visibility'),
            value: training.visibility === 'network' ? t('visibility.network') : null,
          },
          { term: t('page.code'), value: <span translate="no">{code}</span> },
        ]}
      />
    </Section>
  );
}

function trainersList({ trainers }: ShownTraining) {
  if (trainers.length === 0) return null;
  return (
    <ul>
      {trainers.map((trainer) => (
        <li key={trainer.id}>
          <PersonName {...trainer} />
        </li>
      ))}
    </ul>
  );
}
