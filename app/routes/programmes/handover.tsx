import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isApproved, type MentorState } from '@tessera/core/mentoring/rules.ts';
import { Handover } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

const Choice = Handover.pick({ mentorId: true, reason: true }).extend({ notes: z.enum(['stay', 'travel']) });

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const call = api(args).mentoring;
  const relation = await call.standing(where);
  if (!relation.next.includes('rematched')) throw refuse('transition_not_possible');
  const mentors = await call.mentors({ network: where.network, sort: 'room' });
  const count = relation.mentees.filter(({ leftOn }) => leftOn === null).length;
  return {
    network: where.network,
    relation,
    mentors: mentors.filter(
      ({ id, state, room, lacks, isMentorNow }) =>
        id !== relation.mentorId &&
        isApproved(state as MentorState) &&
        isMentorNow &&
        lacks.length === 0 &&
        room >= count,
    ),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, Choice, async ({ notes, ...input }) => {
    const { relationId } = await api(args).mentoring.handOver({
      ...where,
      ...input,
      doNotesTravel: notes === 'travel',
    });
    return redirectWithFlash(
      paths.relationCoordination(where.network, relationId),
      'programmes:relation.handedOver',
    );
  });
}

export const handle: Handle = { title: (t) => t('programmes:relation.handOver') };

export default function HandoverPage() {
  const { network, relation, mentors } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programmes', 'common']);
  const format = useFormats();
  const back = paths.relationCoordination(network, relation.id);
  const name = format.personName(relation);
  const state = useTesseraForm<{ mentorId: string; notes: string; reason: string }>({
    id: 'handover',
    labels: {
      mentorId: t('relation.newMentor'),
      notes: t('relation.notes'),
      reason: t('relation.reason'),
      role: t('mentors.lacksTitle'),
      menteeIds: t('mentees.alias'),
    },
    hints: { reason: t('relation.reasonHint'), mentorId: t('relation.newMentorHint') },
    optional: ['reason'],
  });
  return (
    <>
      <MentoringWays network={network} above="board" more={[{ to: back, label: name }]} />
      <PageHeader
        eyebrow={name}
        title={t('relation.handOver')}
        lead={format.list(relation.mentees.filter(({ leftOn }) => !leftOn).map(({ alias }) => alias))}
      />
      {mentors.length === 0 ? (
        <Empty title={t('relation.noOther')} action={<LinkButton to={back}>{t('common:cancel')}</LinkButton>}>
          {t('relation.noOtherText')}
        </Empty>
      ) : (
        <TesseraForm state={state}>
          <Notice tone="warning" title={t('relation.accessEnds')}>
            {t('relation.accessEndsText')}
          </Notice>
          <SelectField
            {...state.field('mentorId')}
            placeholder={t('people.choose')}
            options={mentors.map((mentor) => ({
              value: mentor.id,
              label: t('relation.option', { name: format.personName(mentor), count: mentor.room }),
            }))}
          />
          <RadioField
            {...state.field('notes')}
            defaultValue="stay"
            options={[
              { value: 'stay', label: t('relation.notesStay'), hint: t('relation.notesStayHint') },
              { value: 'travel', label: t('relation.notesTravel'), hint: t('relation.notesTravelHint') },
            ]}
          />
          <TextareaField {...state.field('reason')} rows={2} maxLength={1000} />
          <FormEnd back={back} look="danger" isPending={state.isPending}>
            {t('relation.handOverNow')}
          </FormEnd>
        </TesseraForm>
      )}
    </>
  );
}
