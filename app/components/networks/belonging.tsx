import { Link } from '@remix-run/react';
import type { institutionKinds, membershipRoles } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { tileStyle } from '~/components/network-tree.tsx';
import { useModule } from '~/components/shell/network.ts';

type Role = (typeof membershipRoles)[number];
type Kind = (typeof institutionKinds)[number];

/** Lead and partners, the way to all institutions, and the networks above and below. */
export function Belonging({
  network: { code, parent, children, institutions, partners },
}: {
  network: {
    code: string;
    parent: { code: string; name: string } | null;
    children: { code: string; name: string; accent: string; county: string | null }[];
    institutions: number;
    partners: { id: string; name: string; role: string; kind: string }[];
  };
}) {
  const { t } = useTranslation('networks');
  const has = useModule();
  const ofRole = (role: string) => partners.filter((each) => each.role === role);
  const roles = [...new Set(partners.map(({ role }) => role))];
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      <div>
        {roles.map((role) => (
          <div key={role} className="mb-6">
            <h3 className="font-semibold">
              {t('overview.group', {
                role: t(`membershipRoles.${role as Role}`),
                number: ofRole(role).length,
              })}
            </h3>
            <ul className="mt-2">
              {ofRole(role).map(({ id, name, kind }) => (
                <li key={id} className="border-b border-rule py-2.5 last:border-0">
                  <Link
                    to={paths.institution(code, id)}
                    translate="no"
                    className="underline-offset-4 hover:underline"
                  >
                    {name}
                  </Link>
                  <span className="block text-sm text-muted">{t(`institutionKinds.${kind as Kind}`)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p className="mt-3">
          {institutions > 0 && has('directory') ? (
            <Link to={paths.institutions(code)} className="link inline-flex min-h-11 items-center">
              {t('overview.institutions', { count: institutions })}
            </Link>
          ) : (
            institutions === 0 && <span className="text-muted">{t('overview.noInstitutions')}</span>
          )}
        </p>
      </div>
      {(parent !== null || children.length > 0) && (
        <div>
          {parent && (
            <p className="mb-6">
              <Link to={paths.network(parent.code)} className="link">
                {t('overview.parent', { network: parent.name })}
              </Link>
            </p>
          )}
          {children.length > 0 && (
            <>
              <h3 className="font-semibold">
                {t('overview.group', { role: t('overview.children'), number: children.length })}
              </h3>
              <ul className="mt-2">
                {children.map(({ code: childCode, name, accent, county }) => (
                  <li
                    key={childCode}
                    className="flex items-baseline gap-3 border-b border-rule py-2.5 last:border-0"
                  >
                    <span
                      aria-hidden
                      style={tileStyle(accent)}
                      className="tile mosaic-tile size-[11px] shrink-0"
                    />
                    <span>
                      <Link to={paths.network(childCode)} className="underline-offset-4 hover:underline">
                        {name}
                      </Link>
                      {county && (
                        <span translate="no" className="block text-sm text-muted">
                          {county}
                        </span>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}
