import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { activities } from '@tessera/core/privacy/processing/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { AccountWays } from '~/components/account-ways.tsx';
import { basisWords } from '~/components/privacy/processing-words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  return api(args).privacy.ownProcessing(networkParams(args));
}

export const handle: Handle = { title: (t) => t('processing:own.title') };

export default function OwnBases() {
  const { name, entries } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['processing', 'privacy', 'identity', 'people']);
  return (
    <>
      <AccountWays />
      <PageHeader
        eyebrow={<span translate="no">{name}</span>}
        title={t('own.title')}
        lead={entries.length > 0 ? t('own.lead') : t('own.none')}
      />
      {activities.map((activity) => {
        const held = entries.filter((entry) => entry.activity === activity);
        if (held.length === 0) return null;
        return (
          <Section
            key={activity}
            id={activity}
            title={t(`activities.${activity}.title`)}
            lead={t(`activities.${activity}.purpose`)}
          >
            <ul>
              {held.map((entry) => (
                <li key={entry.area} className="border-b border-rule py-3 first:pt-0 last:border-0">
                  <span className="font-semibold">{t(`privacy:copy.areas.${entry.area}`)}</span>
                  {[...basisWords(t, entry), entry.note].filter(Boolean).map((line) => (
                    <span key={line} className="block text-muted">
                      {line}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
