import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SessionFields } from '@tessera/core/mentoring/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { LogFields, type LogInput, useLogLabels } from '~/components/mentoring/log-fields.tsx';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';

const entryParams = (args: Pick<LoaderFunctionArgs, 'params'>) => ({
  ...relationParams(args),
  entryId: args.params.entry ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  const where = entryParams(args);
  const { entry, mentees, as, now, timeZone } = await api(args).mentoring.entry(where);
  return { ...where, entry, mentees, as, today: formats('en').isoDay(now, timeZone) };
}

export async function action(args: ActionFunctionArgs) {
  const where = entryParams(args);
  return submit(args, SessionFields, async (fields) => {
    await api(args).mentoring.correctSession({ ...where, ...fields });
    return redirectWithFlash(
      paths.relation(where.network, where.relationId),
      'mentoring:relation.correctSaved',
    );
  });
}

export const handle: Handle = { title: (t) => t('mentoring:relation.corrects') };

export default function Entry() {
  const { network, relationId, entry, mentees, as, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const state = useTesseraForm<LogInput>({
    id: 'entry',
    ...useLogLabels(),
    defaultValue: {
      state: entry.state,
      day: entry.day,
      minutes: String(entry.minutes ?? ''),
      mode: entry.mode,
      placeKind: entry.placeKind,
      menteeIds: entry.menteeIds,
      interpreterUsed: entry.interpreterUsed ? 'on' : '',
      mood: String(entry.mood ?? ''),
      summary: entry.summary ?? '',
      nextSteps: entry.nextSteps ?? '',
      privateNote: entry.privateNote ?? '',
    },
  });
  return (
    <>
      <RelationWays network={network} relationId={relationId} />
      <PageHeader title={t('relation.corrects')} />
      <TesseraForm state={state}>
        <LogFields state={state} mentees={mentees} today={today} canNote={as === 'mentor'} />
        <FormEnd back={paths.relation(network, relationId)} isPending={state.isPending}>
          {t('relation.correctSave')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
