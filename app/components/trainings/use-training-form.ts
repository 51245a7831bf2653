import { useTranslation } from '@tessera/i18n/react.tsx';
import { useTesseraForm } from '~/ui/form.tsx';
import type { TrainingFormInput } from './training-form-schema.ts';

export type TrainingFormState = ReturnType<typeof useTrainingForm>;

/** The state of a training's form, with its words. */
export function useTrainingForm(values: Partial<Record<keyof TrainingFormInput, unknown>>) {
  const { t } = useTranslation(['trainings', 'certificates']);
  return useTesseraForm<TrainingFormInput>({
    id: 'training',
    labels: {
      code: t('form.reference'),
      kind: t('form.kind'),
      theme: t('form.theme'),
      audience: t('form.audience'),
      visibility: t('form.visibility'),
      texts: t('form.texts'),
      'texts[].title': t('form.title'),
      'texts[].summary': t('form.summary'),
      'texts[].outcomes': t('form.outcomes'),
      sessions: t('form.sessions'),
      'sessions[].day': t('form.day'),
      'sessions[].halfDay': t('form.halfDay'),
      'sessions[].from': t('form.from'),
      'sessions[].to': t('form.to'),
      'sessions[].room': t('form.room'),
      'sessions[].mode': t('form.sessionMode'),
      'sessions[].capacity': t('form.sessionCapacity'),
      choosesHalfDays: t('form.choosesHalfDays'),
      'sessions[].trainerIds': t('form.sessionTrainers'),
      timeZone: t('form.timeZone'),
      mode: t('form.mode'),
      venue: t('form.venue'),
      languages: t('form.languages'),
      accessibility: t('form.accessibility'),
      childcareOffered: t('form.childcareOffered'),
      costFree: t('form.costFree'),
      trainerIds: t('form.trainers'),
      capacity: t('form.capacity'),
      quotaPerInstitution: t('form.quotaPerInstitution'),
      quotaReleaseAt: t('form.quotaReleaseAt'),
      promotion: t('form.promotion'),
      offerHours: t('form.offerHours'),
      regOpensAt: t('form.regOpensAt'),
      regClosesAt: t('form.regClosesAt'),
      cancelDeadlineHours: t('form.cancelDeadlineHours'),
      hours: t('form.hours'),
      attendanceThreshold: t('form.attendanceThreshold'),
      givesCertificate: t('form.givesCertificate'),
      attendanceMeasure: t('certificates:rule.measure'),
      needsEvaluation: t('certificates:rule.needsEvaluation'),
      certificateMonths: t('certificates:rule.months'),
      assessment: t('certificates:rule.assessment'),
      eqfLevel: t('certificates:rule.level'),
      'sessions[].isMandatory': t('certificates:rule.isMandatory'),
    },
    hints: {
      code: t('form.referenceHint'),
      venue: t('form.venueHint'),
      timeZone: t('form.timeZoneHint'),
      'texts[].outcomes': t('form.outcomesHint'),
      trainerIds: t('form.trainersHint'),
      'sessions[].capacity': t('form.sessionCapacityHint'),
      choosesHalfDays: t('form.choosesHalfDaysHint'),
      quotaPerInstitution: t('form.quotaHint'),
      quotaReleaseAt: t('form.quotaReleaseHint'),
      regOpensAt: t('form.regOpensHint'),
      regClosesAt: t('form.regClosesHint'),
      cancelDeadlineHours: t('form.cancelDeadlineHint'),
      hours: t('form.hoursHint'),
      attendanceThreshold: t('form.attendanceThresholdHint'),
      certificateMonths: t('certificates:rule.monthsHint'),
      eqfLevel: t('certificates:rule.levelHint'),
    },
    optional: [
      'venue',
      'accessibility',
      'quotaPerInstitution',
      'quotaReleaseAt',
      'regOpensAt',
      'regClosesAt',
      'trainerIds',
      'certificateMonths',
      'eqfLevel',
    ],
    // The values come from a loader as the form's own texts.
    defaultValue: values as NonNullable<
      Parameters<typeof useTesseraForm<TrainingFormInput>>[0]['defaultValue']
    >,
  });
}
