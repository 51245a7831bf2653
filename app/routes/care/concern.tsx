import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { concernStates } from '@tessera/core/care/concern-rules.ts';
import { ConcernMove } from '@tessera/core/care/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { ConcernBadge } from '~/components/care/concern-badge.tsx';
import { ConcernWays } from '~/components/care/concern-ways.tsx';
import { EmergencyNumbers } from '~/components/care/emergency-numbers.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Moment } from '~/components/when.tsx';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { concernParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList, Steps } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';
import { Written } from '~/ui/written.tsx';

const Step = ConcernMove.omit({ concernId: true });

export async function loader(args: LoaderFunctionArgs) {
  return { concern: await api(args).concerns.page(concernParams(args)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = concernParams(args);
  return submit(args, Step, async (step) => {
    await api(args).concerns.move({ ...where, ...step });
    return redirectWithFlash(paths.concern(where.network, where.concernId), 'care:concern.saved');
  });
}

export const handle: Handle = { title: (t) => t('care:concern.title') };

export default function ConcernPage() {
  const { concern } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const { state, isDanger, isLead, isOwn, raisedAt, dueAt, next } = concern;
  const reached = concernStates.indexOf(state);
  return (
    <>
      <ConcernWays />
      <PageHeader
        title={t('concern.title')}
        lead={isOwn && !isLead && state !== 'closed' && t('concern.arrived')}
      >
        <div className="mt-4">
          <ConcernBadge {...concern} />
        </div>
      </PageHeader>
      {isDanger && state !== 'closed' && <EmergencyNumbers numbers={concern.numbers} />}
      <Section id="way" title={t('concern.way')}>
        <Steps
          label={t('concern.way')}
          steps={concernStates.map((each, index) => ({
            label: t(`concerns.states.${each}`),
            state: index < reached ? 'done' : index === reached ? 'current' : 'ahead',
          }))}
        />
        <div className="mt-6">
          <DefinitionList
            entries={[
              { term: t('concerns.raisedAt'), value: <Moment at={raisedAt} timeZone={timeZone} /> },
              {
                term: t('concerns.due'),
                value: state === 'raised' && <Moment at={dueAt} timeZone={timeZone} />,
              },
            ].filter(({ value }) => value !== false)}
          />
        </div>
      </Section>
      {isLead && <Entries />}
      {next.length > 0 && <NextStep key={`${state} ${concern.entries.length}`} />}
    </>
  );
}

function Entries() {
  const { concern } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  return (
    <Section id="entries" title={t('concern.entries')} lead={t('concern.entriesLead')}>
      <ol className="max-w-[46rem]">
        {concern.entries.map(({ id, state, writtenAt, writer, category, about, text }) => (
          <li key={id} className="border-b border-rule py-4 first:pt-0 last:border-0">
            <p className="text-sm text-muted">
              {t('concern.written', {
                at: format.dateTime(writtenAt, timeZone),
                name: writer ? format.personName(writer) : t('concern.somebody'),
              })}
            </p>
            <p className="mt-1 font-semibold">
              {category
                ? [t(`concerns.categories.${category}`), about].filter(Boolean).join(' · ')
                : t(`concerns.states.${state}`)}
            </p>
            <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
              <Written text={text ?? ''} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function NextStep() {
  const { concern } = useLoaderData<typeof loader>();
  const { t } = useTranslation('care');
  const [first] = concern.next;
  const state = useTesseraForm<z.input<typeof Step>>({
    id: 'step',
    labels: { state: t('concern.nextState'), text: t('concern.words') },
    defaultValue: { state: first },
  });
  return (
    <Section id="next" title={t('concern.next')} lead={t('concern.nextLead')}>
      <TesseraForm state={state}>
        <RadioField
          {...state.field('state')}
          options={concern.next.map((value) => ({ value, label: t(`concerns.states.${value}`) }))}
        />
        <TextareaField {...state.field('text')} rows={5} maxLength={8000} dir="auto" />
        <Button look="primary" isPending={state.isPending}>
          {t('concern.save')}
        </Button>
      </TesseraForm>
    </Section>
  );
}
