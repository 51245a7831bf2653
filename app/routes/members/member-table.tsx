import type { Role } from '@tessera/core/permissions.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { type Column, Table } from '~/ui/table.tsx';

/** One role of one person; who holds several stands on several lines. */
export type MemberLine = {
  personId: string;
  name: string;
  email: string | null;
  role: string;
  institution: string | null;
};

/** Lines with every word of `q` in name, address or institution, and with `role`; case and diacritics do not count. */
export function matching(
  lines: readonly MemberLine[],
  { q, role }: { q: string; role: string },
): MemberLine[] {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = folded([line.name, line.email, line.institution].join(' '));
    return (role === '' || line.role === role) && words.every((word) => text.includes(word));
  });
}

/** The lines of institutions, by the name of the institution. */
export function byInstitution(lines: readonly MemberLine[], collator: Intl.Collator): MemberLine[] {
  return lines
    .filter(({ institution }) => institution !== null)
    .toSorted((a, b) => collator.compare(a.institution ?? '', b.institution ?? ''));
}

export function MemberTable({
  caption,
  lines,
  withInstitution = false,
}: {
  caption: string;
  lines: readonly MemberLine[];
  withInstitution?: boolean;
}) {
  const { t } = useTranslation('identity');
  const institution: Column<MemberLine> = {
    key: 'institution',
    header: t('members.institution'),
    cell: (line) => line.institution,
  };
  const columns: Column<MemberLine>[] = [
    { key: 'name', header: t('members.name'), isName: true, cell: ({ name }) => name },
    { key: 'role', header: t('members.role'), cell: ({ role }) => t(`roles.${role as Role}`) },
    ...(withInstitution ? [institution] : []),
    {
      key: 'email',
      header: t('members.email'),
      cell: ({ email }) =>
        email && (
          <a href={`mailto:${email}`} className="link wrap-anywhere">
            {email}
          </a>
        ),
    },
  ];
  return (
    <Table
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={lines}
      rowKey={({ personId, role, institution: name }) => `${personId} ${role} ${name ?? ''}`}
    />
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
