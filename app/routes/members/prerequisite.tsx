import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { NewRecord } from '@tessera/core/prerequisites/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { usePrerequisiteWord } from '~/components/people/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { personParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { DateTimeField, TextareaField } from '~/ui/text-field.tsx';
import { PersonWays } from './person-ways.tsx';

const Seen = NewRecord.pick({ issuedOn: true, expiresOn: true, evidenceNote: true });

export async function loader(args: LoaderFunctionArgs) {
  const where = personParams(args);
  const call = api(args);
  const { person, prerequisites, canEdit, canReadNotes } = await call.members.person(where);
  const kind = prerequisites.find(({ kindId }) => kindId === args.params.kind);
  if (!kind || !canEdit) throw refuse('not_found');
  const { network } = where;
  const note =
    kind.recordId && kind.hasNote && canReadNotes
      ? (await call.prerequisites.note({ network, recordId: kind.recordId })).evidenceNote
      : null;
  return { ...where, person, kind, note };
}

export async function action(args: ActionFunctionArgs) {
  const where = personParams(args);
  const kindId = args.params.kind ?? '';
  return submit(args, Seen, async (seen) => {
    const { begun } = await api(args).prerequisites.record({ ...where, kindId, ...seen });
    const key = begun > 0 ? 'people:record.doneBegun' : 'people:record.done';
    return redirectWithFlash(paths.member(where.network, where.personId), key);
  });
}

export const handle: Handle = { title: (t) => t('people:record.title') };

export default function PrerequisitePage() {
  const { network, personId, person, kind } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  const word = usePrerequisiteWord();
  const state = useTesseraForm<z.input<typeof Seen>>({
    id: 'record',
    labels: {
      issuedOn: t('record.issued'),
      expiresOn: t('record.expires'),
      evidenceNote: t('record.note'),
    },
    hints: { expiresOn: t('record.expiresHint'), evidenceNote: t('record.noteHint') },
    optional: ['expiresOn', 'evidenceNote'],
  });
  return (
    <>
      <PersonWays code={network} personId={personId} person={person} />
      <PageHeader title={word(kind)} lead={t('record.lead')} />
      <TesseraForm state={state}>
        <DateTimeField {...state.field('issuedOn')} withTime={false} />
        <DateTimeField {...state.field('expiresOn')} withTime={false} />
        <TextareaField {...state.field('evidenceNote')} rows={3} maxLength={500} />
        <FormEnd back={paths.member(network, personId)} isPending={state.isPending}>
          {t('record.submit')}
        </FormEnd>
      </TesseraForm>
      {kind.recordId && <Current recordId={kind.recordId} />}
    </>
  );
}

function Current({ recordId }: { recordId: string }) {
  const { network, personId, kind, note } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('people');
  const day = (value: Date | null) => value && formats(language).date(value, 'UTC');
  return (
    <Section id="current" title={t('record.current')}>
      <DefinitionList
        entries={[
          { term: t('record.issued'), value: day(kind.issuedOn) },
          { term: t('record.expires'), value: day(kind.expiresOn) ?? t('person.noEnd') },
          { term: t('person.checkedBy'), value: kind.checkedBy },
          { term: t('record.noteNow'), value: note },
        ]}
      />
      <Form
        method="post"
        action={paths.prerequisiteWithdrawal(network, personId, kind.kindId)}
        className="mt-6"
      >
        <input type="hidden" name="recordId" value={recordId} />
        <Button look="danger" aria-describedby="withdraw-text">
          {t('record.withdraw')}
        </Button>
        <p id="withdraw-text" className="mt-2 max-w-[36rem] text-sm text-muted">
          {t('record.withdrawText')}
        </p>
      </Form>
    </Section>
  );
}
