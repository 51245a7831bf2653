import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { instantOf } from '@tessera/core/clock/zoned-time.ts';
import { LinkAnswer, LinkProposal } from '@tessera/core/networks/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { ModulesToShare } from '~/components/founding/modules-to-share.tsx';
import { PartnerCard } from '~/components/founding/partner-card.tsx';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { DateTimeField } from '~/ui/text-field.tsx';

const { partner, modules } = LinkProposal.shape;
const Step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('propose'), partner, modules, validUntil: z.iso.date().optional() }),
  z.object({ step: LinkAnswer.shape.answer, partner, modules }),
  z.object({ step: z.literal('change'), partner, modules }),
]);
type Proposal = { partner: string; modules?: string[]; validUntil?: string };

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const call = api(args);
  const { partners } = await call.partners.list(where);
  const { networks } = await call.networks.publicTree();
  const busy = new Set(partners.filter(({ stage }) => stage !== 'over').map(({ code }) => code));
  return {
    ...where,
    partners,
    others: networks
      .filter(({ code }) => code !== where.network && !busy.has(code))
      .map(({ code, name }) => ({ code, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const { partners, networks } = api(args);
  const to = paths.partners(where.network);
  return submit(args, Step, async (input) => {
    const { partner: code, modules: shared } = input;
    switch (input.step) {
      case 'propose': {
        const { timeZone } = await networks.shell(where);
        await partners.propose({
          ...where,
          partner: code,
          modules: shared,
          validUntil: input.validUntil ? endOf(input.validUntil, timeZone) : null,
        });
        return redirectWithFlash(to, 'founding:partners.proposed');
      }
      case 'change':
        await partners.change({ ...where, partner: code, modules: shared });
        return redirectWithFlash(to, 'founding:partners.changed');
      default: {
        await partners.answer({ ...where, partner: code, answer: input.step, modules: shared });
        const words = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const;
        return redirectWithFlash(to, `founding:partners.${words[input.step]}`);
      }
    }
  });
}

// The last day counts whole: a partnership ends when it does.
function endOf(day: string, timeZone: string): Date | null {
  const lastMinute = instantOf(day, '23:59', timeZone);
  return lastMinute && new Date(lastMinute.getTime() + 60_000);
}

export const handle: Handle = { title: (t) => t('founding:partners.title') };

export default function Partners() {
  const { network, partners, others } = useLoaderData<typeof loader>();
  const { t } = useTranslation('founding');
  const state = useTesseraForm<Proposal>({
    id: 'partners',
    labels: {
      partner: t('partners.partner'),
      modules: t('partners.weShare'),
      validUntil: t('partners.validUntil'),
    },
    hints: { validUntil: t('partners.validHint') },
    optional: ['modules', 'validUntil'],
  });
  return (
    <>
      <PageHeader title={t('partners.title')} lead={t('partners.lead')} />
      <SettingsTabs />
      <Section id="partners" title={t('partners.title')} layout="full">
        {partners.length > 0 ? (
          <ul className="grid gap-x-12 lg:grid-cols-2">
            {partners.map((each) => (
              <PartnerCard key={each.code} network={network} partner={each} />
            ))}
          </ul>
        ) : (
          <Empty title={t('partners.empty')}>{t('partners.emptyText')}</Empty>
        )}
      </Section>
      <Section id="propose" title={t('partners.propose')}>
        <TesseraForm state={state}>
          <input type="hidden" name="step" value="propose" />
          <SelectField
            {...state.field('partner')}
            placeholder={t('tree.choose')}
            options={others.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <ModulesToShare id="propose-modules" chosen={['trainings']} />
          <DateTimeField {...state.field('validUntil')} withTime={false} />
          <ButtonRow>
            <Button look="primary" isPending={state.isPending}>
              {t('partners.propose')}
            </Button>
          </ButtonRow>
        </TesseraForm>
      </Section>
    </>
  );
}
