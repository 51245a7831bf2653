import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { instantOfLocal, localTime } from '@tessera/core/clock/zoned-time.ts';
import { registrationWays } from '@tessera/core/registering/rules.ts';
import { Ways } from '@tessera/core/registering/schema.ts';
import { env } from '@tessera/env/env.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { chosen } from '~/components/trainings/chosen.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { trainingParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { CheckboxField, CheckboxGroupField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { DateTimeField } from '~/ui/text-field.tsx';
import { ticked } from '~/ui/ticked.ts';

const WaysForm = Ways.omit({ trainingId: true }).extend({ linkEndsAt: z.string().optional() });

export async function loader(args: LoaderFunctionArgs) {
  const where = trainingParams(args);
  const call = api(args);
  const [{ training }, { invitations: _invitations, ...ways }] = await Promise.all([
    call.trainings.manage(where),
    call.registering.ways(where),
  ]);
  const ends = ways.link.endsAt && localTime(ways.link.endsAt, ways.timeZone);
  const { network, trainingId } = where;
  return {
    network,
    training,
    ...ways,
    endsAt: ends ? `${ends.day}T${ends.time}` : '',
    address: absolute(env().appUrl, paths.publicRegistration(network, trainingId, ways.link.token)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = trainingParams(args);
  const { timeZone } = await api(args).registering.ways(where);
  const Form = WaysForm.transform((typed, issues) => {
    const linkEndsAt = typed.linkEndsAt ? instantOfLocal(typed.linkEndsAt, timeZone) : null;
    if (typed.linkEndsAt && !linkEndsAt)
      issues.addIssue({ code: 'custom', message: 'validation.invalidDate', path: ['linkEndsAt'] });
    return { ...typed, linkEndsAt };
  });
  return submit(args, Form, async (ways) => {
    await api(args).registering.setWays({ ...where, ...ways });
    return redirectWithFlash(
      paths.registrationWays(where.network, where.trainingId),
      'registering:ways.saved',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && `${t('registering:ways.title')}: ${data.training.title}`,
};

export default function WaysPage() {
  const { network, training, ways, needsApproval, pendingCounts, endsAt } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  const state = useTesseraForm<z.input<typeof WaysForm>>({
    id: 'ways',
    labels: {
      ways: t('ways.ways'),
      needsApproval: t('ways.needsApproval'),
      pendingCounts: t('ways.pendingCounts'),
      linkEndsAt: t('ways.linkEnds'),
    },
    hints: {
      ways: t('ways.waysHint'),
      needsApproval: t('ways.needsApprovalHint'),
      pendingCounts: t('ways.pendingCountsHint'),
      linkEndsAt: t('ways.linkEndsHint'),
    },
    optional: ['linkEndsAt'],
    defaultValue: {
      ways,
      needsApproval: needsApproval ? 'on' : '',
      pendingCounts: pendingCounts ? 'on' : '',
      linkEndsAt: endsAt,
    },
  });
  const { field, fields } = state;
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader eyebrow={training.title} title={t('ways.title')} lead={t('ways.lead')} />
      <TesseraForm state={state}>
        <CheckboxGroupField
          {...field('ways')}
          defaultValue={chosen(fields.ways.initialValue)}
          options={registrationWays.map((value) => ({
            value,
            label: t(`ways.kinds.${value}`),
            hint: t(`ways.kindHints.${value}`),
          }))}
        />
        <DateTimeField {...field('linkEndsAt')} />
        <div>
          <CheckboxField {...ticked(field('needsApproval'))} />
          <CheckboxField {...ticked(field('pendingCounts'))} />
        </div>
        <FormEnd back={paths.manage(network, training.id)} isPending={state.isPending}>
          {t('ways.save')}
        </FormEnd>
      </TesseraForm>
      <PublicLink />
      {ways.includes('invitation') && (
        <Section id="invitations" title={t('invitations.title')} lead={t('invitations.lead')}>
          <Link
            to={paths.seatInvitations(network, training.id)}
            className="link inline-flex min-h-11 items-center"
          >
            {t('invitations.send')}
          </Link>
        </Section>
      )}
    </>
  );
}

function PublicLink() {
  const { network, training, link, address } = useLoaderData<typeof loader>();
  const { t } = useTranslation('registering');
  return (
    <Section id="link" title={t('ways.link')}>
      {link.state === 'open' ? (
        <>
          <label className="block max-w-[44rem]">
            <span className="block">{t('ways.linkText')}</span>
            <input readOnly value={address} className="control mt-2" />
          </label>
          <p className="mt-3">
            <Link
              to={paths.registrationLink(network, training.id)}
              className="link inline-flex min-h-11 items-center"
            >
              {t('ways.renew')}
            </Link>
          </p>
        </>
      ) : (
        <p className="text-muted">{t(link.state === 'off' ? 'ways.linkOff' : 'ways.linkEnded')}</p>
      )}
    </Section>
  );
}
