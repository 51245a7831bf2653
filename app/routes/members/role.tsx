import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { DaysForm, daysOf, instantsOf } from '~/components/people/validity.server.ts';
import { useCapabilityWord, useValidityWord } from '~/components/people/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { roleParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { PersonWays } from './person-ways.tsx';
import { ValidityFields } from './validity-fields.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network, personId, assignmentId } = roleParams(args);
  const call = api(args);
  const [{ person, roles, canEdit }, { timeZone }] = await Promise.all([
    call.members.person({ network, personId }),
    call.networks.shell({ network }),
  ]);
  const role = roles.find(({ id, state }) => id === assignmentId && state !== 'ended');
  if (!role || !canEdit) throw refuse('not_found');
  return { network, personId, person, role, days: daysOf(role.validFrom, role.validUntil, timeZone) };
}

export async function action(args: ActionFunctionArgs) {
  const { network, personId, assignmentId } = roleParams(args);
  const core = api(args);
  const { timeZone } = await core.networks.shell({ network });
  return submit(args, DaysForm, async (days) => {
    await core.members.changeValidity({ network, assignmentId, ...(await changed(args, days, timeZone)) });
    return redirectWithFlash(paths.member(network, personId), 'people:role.changed');
  });
}

// A first day that was left as it is keeps its hour: a role that began this morning does not begin again.
async function changed(args: ActionFunctionArgs, days: { from?: string; until?: string }, timeZone: string) {
  const { network, assignmentId } = roleParams(args);
  const role = await api(args).members.role({ network, assignmentId });
  const instants = instantsOf(days, timeZone);
  const isSameDay = days.from === daysOf(role.validFrom, null, timeZone).from;
  return { ...instants, validFrom: isSameDay ? null : instants.validFrom };
}

export const handle: Handle = { title: (t) => t('people:role.title') };

export default function RolePage() {
  const { network, personId, person, role, days } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['people', 'identity']);
  const state = useTesseraForm<{ from: string; until: string }>({
    id: 'validity',
    labels: { from: t('give.from'), until: t('give.until') },
    hints: { until: t('give.untilHint') },
    optional: ['from', 'until'],
    defaultValue: days,
  });
  const isWaiting = role.state === 'waiting';
  return (
    <>
      <PersonWays code={network} personId={personId} person={person} />
      <PageHeader title={t(`identity:roles.${role.role}`)} lead={role.training ?? role.institution} />
      {!isWaiting && (
        <Section id="validity-part" title={t('person.validity')}>
          <TesseraForm state={state}>
            <ValidityFields field={state.field} />
            <FormEnd back={paths.member(network, personId)} isPending={state.isPending}>
              {t('role.submit')}
            </FormEnd>
          </TesseraForm>
        </Section>
      )}
      <Section id="capabilities" title={t('role.capabilities')} lead={t('role.capabilitiesLead')}>
        <Capabilities />
        <LinkButton to={paths.roleCapabilities(network, personId, role.id)} className="mt-4">
          {t('role.add')}
        </LinkButton>
      </Section>
      <Section id="end" title={t('role.end')}>
        <p className="max-w-[36rem]">{t('role.endText')}</p>
        <Form method="post" action={paths.roleEnd(network, personId, role.id)} className="mt-4">
          <Button look="danger">{t('role.end')}</Button>
        </Form>
      </Section>
    </>
  );
}

function Capabilities() {
  const { network, personId, role } = useLoaderData<typeof loader>();
  const { t } = useTranslation('people');
  const word = useCapabilityWord();
  const validity = useValidityWord(useNetwork()?.timeZone ?? 'UTC');
  const shown = role.capabilities.filter(({ isValid, isAhead }) => isValid || isAhead);
  if (shown.length === 0) return <p className="text-muted">{t('role.noCapabilities')}</p>;
  return (
    <ul className="border-t border-rule">
      {shown.map(({ id, capability, validFrom, validUntil }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-2.5"
        >
          <span>
            {word(capability)}
            <span className="block text-sm text-muted">{validity(validFrom, validUntil)}</span>
          </span>
          <Form method="post" action={paths.capabilityEnd(network, personId, role.id, id)}>
            <Button
              size="small"
              look="danger"
              aria-label={t('role.endCapabilityOf', { capability: word(capability) })}
            >
              {t('role.endCapability')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
