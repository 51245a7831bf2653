import { Form, useLocation } from '@remix-run/react';
import { languageNames, languages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Check from 'lucide-react/icons/check';
import Languages from 'lucide-react/icons/languages';
import SunMoon from 'lucide-react/icons/sun-moon';
import type { ReactNode } from 'react';
import { Menu, menuItem } from '~/ui/menu.tsx';
import { type Theme, useReader } from './reader.tsx';

const themes: Theme[] = ['light', 'dark', 'auto'];

/** Every language in its own name; the page stays the same. */
export function LanguageMenu() {
  const { t, language: current } = useTranslation('shell');
  return (
    <Menu
      label={t('language.label')}
      summary={
        <>
          <Languages aria-hidden className="size-5" />
          <span aria-hidden className="text-sm uppercase max-xs:sr-only">
            {current}
          </span>
        </>
      }
    >
      <PreferenceForm action={paths.language()}>
        {languages.map((language) => (
          <Choice
            key={language}
            name="language"
            value={language}
            lang={language}
            isCurrent={language === current}
          >
            {languageNames[language]}
          </Choice>
        ))}
      </PreferenceForm>
    </Menu>
  );
}

export function ThemeMenu() {
  const { t } = useTranslation('shell');
  const { theme } = useReader();
  return (
    <Menu label={t('theme.label')} summary={<SunMoon aria-hidden className="size-5" />}>
      <PreferenceForm action={paths.theme()}>
        {themes.map((each) => (
          <Choice key={each} name="theme" value={each} isCurrent={each === theme}>
            {t(`theme.${each}`)}
          </Choice>
        ))}
      </PreferenceForm>
    </Menu>
  );
}

// The whole document changes with its language and colours, so it is asked for anew.
function PreferenceForm({ action, children }: { action: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={action} reloadDocument>
      <input type="hidden" name="next" value={pathname + search} />
      {children}
    </Form>
  );
}

function Choice({
  isCurrent,
  children,
  ...button
}: {
  isCurrent: boolean;
  name: string;
  value: string;
  lang?: string;
  children: ReactNode;
}) {
  return (
    <button {...button} type="submit" aria-pressed={isCurrent} className={menuItem(isCurrent)}>
      <Check aria-hidden className={isCurrent ? 'size-5' : 'invisible size-5'} />
      {children}
    </button>
  );
}
