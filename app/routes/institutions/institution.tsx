import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { detailsOf, useEventWords } from '~/components/event-words.ts';
import { InstitutionMoves } from '~/components/institutions/institution-moves.tsx';
import { InstitutionPeople } from '~/components/institutions/institution-people.tsx';
import { InstitutionWays } from '~/components/institutions/institution-ways.tsx';
import { CardBadge, MembershipBadge } from '~/components/institutions/state-badges.tsx';
import { placeOf, useCountryName, useInstitutionWords } from '~/components/institutions/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { institutionParams } from '~/server/params.server.ts';
import { breadcrumbData, organisationData, publicHead } from '~/server/public-head.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = institutionParams(args);
  const core = api(args);
  const [{ events, ...institution }, { name: networkName }] = await Promise.all([
    core.institutions.page(where),
    core.networks.shell({ network: where.network }),
  ]);
  // An old address of a card that was merged leads to the one that stayed.
  if (institution.id !== where.institutionId.toLowerCase())
    throw redirect(paths.institution(where.network, institution.id), 301);
  return {
    network: where.network,
    institution,
    events: events.map(({ payload, ...event }) => ({ ...event, details: detailsOf(payload) })),
    head: headOf(args, { code: where.network, name: networkName }, institution),
  };
}

type Card = Omit<Awaited<ReturnType<Caller['institutions']['page']>>, 'events'>;

function headOf(args: LoaderFunctionArgs, network: { code: string; name: string }, institution: Card) {
  const { id, name, website, locality, county, country } = institution;
  const path = paths.institution(network.code, id);
  return publicHead(args, {
    path,
    title: name,
    text: [name, placeOf(institution)].filter(Boolean).join(', '),
    data: [
      organisationData(path, name, {
        ...(website && { sameAs: website }),
        ...(locality && {
          address: {
            '@type': 'PostalAddress',
            addressLocality: locality,
            ...(county && { addressRegion: county }),
            ...(country && { addressCountry: country }),
          },
        }),
        memberOf: organisationData(paths.network(network.code), network.name),
      }),
      breadcrumbData({ name: network.name, path: paths.network(network.code) }, { name, path }),
    ],
  });
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.institution.name };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['institution'];

export default function Institution() {
  const { network, institution, events } = useLoaderData<typeof loader>();
  const { t } = useTranslation('institutions');
  const words = useInstitutionWords();
  const isMember = useNetwork()?.viewer?.isMember ?? false;
  const { id, name, kind, may, keeper } = institution;
  return (
    <>
      <InstitutionWays />
      <PageHeader
        eyebrow={words.kind(kind)}
        title={<span translate="no">{name}</span>}
        actions={
          <>
            {may.edit && <LinkButton to={paths.editInstitution(network, id)}>{t('card.edit')}</LinkButton>}
            {may.merge && (
              <LinkButton to={paths.mergeInstitutions(network, id)}>{t('merge.open')}</LinkButton>
            )}
          </>
        }
      >
        <p className="mt-4">
          <CardBadge state={institution.state} />
        </p>
      </PageHeader>
      <Section id="card" title={t('card.title')} lead={t('card.lead')}>
        <Card network={network} institution={institution} />
      </Section>
      <Section
        id="membership"
        title={t('card.membership')}
        actions={
          may.manage && (
            <LinkButton size="small" to={paths.membership(network, id)}>
              {t('card.editMembership')}
            </LinkButton>
          )
        }
      >
        <Membership institution={institution} />
        <InstitutionMoves network={network} institution={institution} />
      </Section>
      {isMember && <InstitutionPeople institution={institution} />}
      {events.length > 0 && (
        <Section id="history" title={t('card.history')}>
          <Trail events={events} />
        </Section>
      )}
      {isMember && keeper && !keeper.isHere && (
        <p className="mt-8 max-w-[46rem] text-sm text-muted">
          {t('card.keptElsewhere', { network: keeper.name })}
        </p>
      )}
    </>
  );
}

function Card({ network, institution }: { network: string; institution: Shown }) {
  const { t } = useTranslation('institutions');
  const format = useFormats();
  const country = useCountryName();
  const { name, texts, shortName, address, website, languages, parent, departments, elsewhere } = institution;
  const others = texts.filter((text) => text.name !== name);
  return (
    <DefinitionList
      entries={[
        {
          term: t('card.otherNames'),
          value: others.length > 0 && (
            <ul>
              {others.map((text) => (
                <li key={text.language}>
                  <span lang={text.language} translate="no">
                    {text.name}
                  </span>{' '}
                  <span className="text-sm text-muted">({format.language(text.language)})</span>
                </li>
              ))}
            </ul>
          ),
        },
        { term: t('form.shortName'), value: shortName },
        {
          term: t('directory.place'),
          value: [placeOf(institution), institution.country && country(institution.country)]
            .filter(Boolean)
            .join(', '),
        },
        { term: t('form.address'), value: address },
        { term: t('form.website'), value: website && <Website address={website} /> },
        { term: t('form.languages'), value: languages.map((tag) => format.language(tag)).join(', ') },
        {
          term: t('form.parent'),
          value:
            parent &&
            (parent.isHere ? (
              <Link to={paths.institution(network, parent.id)} className="link">
                {parent.name}
              </Link>
            ) : (
              parent.name
            )),
        },
        {
          term: t('card.departments'),
          value: departments.length > 0 && (
            <ul>
              {departments.map((department) => (
                <li key={department.id}>
                  <Link to={paths.institution(network, department.id)} className="link">
                    {department.name}
                  </Link>
                </li>
              ))}
            </ul>
          ),
        },
        {
          term: t('card.elsewhere'),
          value: elsewhere.length > 0 && (
            <ul>
              {elsewhere.map(({ code, name: other }) => (
                <li key={code}>
                  <Link to={paths.institution(code, institution.id)} className="link">
                    {other}
                  </Link>
                </li>
              ))}
            </ul>
          ),
        },
      ].map(({ term, value }) => ({ term, value: value || null }))}
    />
  );
}

function Website({ address }: { address: string }) {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return address;
  return (
    <a href={address} rel="noopener noreferrer" className="link wrap-anywhere">
      {new URL(address).host}
    </a>
  );
}

function Membership({ institution: { membership, note } }: { institution: Shown }) {
  const { t } = useTranslation('institutions');
  const words = useInstitutionWords();
  const format = useFormats();
  const day = (value: string | null) => value && format.date(new Date(`${value}T12:00:00Z`), 'UTC');
  return (
    <DefinitionList
      entries={[
        { term: t('directory.role'), value: words.role(membership.role) },
        { term: t('form.track'), value: membership.track },
        { term: t('directory.state'), value: <MembershipBadge state={membership.state} /> },
        { term: t('card.joined'), value: day(membership.joinedOn) },
        { term: t('card.left'), value: day(membership.leftOn) },
        {
          term: t('form.note'),
          value: note && <span className="whitespace-pre-line">{note}</span>,
        },
      ]}
    />
  );
}

function Trail({ events }: { events: ReturnType<typeof useLoaderData<typeof loader>>['events'] }) {
  const { t } = useTranslation('institutions');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const words = useEventWords();
  return (
    <ol className="max-w-[46rem]">
      {events.map(({ id, kind, at, actorName, details }) => (
        <li key={id} className="border-b border-rule py-2.5 last:border-0">
          {words(kind as Parameters<typeof words>[0], details)}
          <span className="block text-sm text-muted">
            <time dateTime={at.toISOString()} className="tabular-nums">
              {format.dateTime(at, zone)}
            </time>
            , {actorName ?? t('card.system')}
          </span>
        </li>
      ))}
    </ol>
  );
}
