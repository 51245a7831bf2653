import { data, type LinksFunction, type LoaderFunctionArgs, redirectDocument } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { env } from '@tessera/env/env.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { ReactNode } from 'react';
import { Frame } from './components/shell/frame.tsx';
import { useTitle } from './components/shell/handle.ts';
import { useNetwork } from './components/shell/network.ts';
import { ProblemPage, problemKind } from './components/shell/problem.tsx';
import { useReader } from './components/shell/reader.tsx';
import { takeFlash } from './server/flash.server.ts';
import { ownDocument } from './server/language-asked.server.ts';
import styles from './styles/app.css?url';
import latinFont from './styles/fonts/noto-sans-latin.woff2';
import { accentStyle } from './ui/accent.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const address = ownDocument(request, context.language);
  if (address) return redirectDocument(address);
  const { flash, headers } = await takeFlash(request, context.language);
  const { actor } = context.core;
  const person = actor && { name: actor.name, unread: actor.unread ?? 0 };
  return data({ person, flash, isDemo: env().TESSERA_DEMO }, { headers });
}

export const links: LinksFunction = () => [
  { rel: 'preload', href: latinFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export function Layout({ children }: { children: ReactNode }) {
  const { t, language, dir } = useTranslation('shell');
  const { theme, nonce } = useReader();
  const known = useRouteLoaderData<typeof loader>('root');
  const network = useNetwork();
  // After a navigation without a problem the framework gives null instead of undefined.
  const error = useRouteError() ?? undefined;
  const pageTitle = useTitle(network?.name);
  const signInTo = useSignInTo();
  return (
    <html lang={language} dir={dir} data-theme={theme} style={accentStyle(network?.accent)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {error === undefined ? pageTitle : `${t(`problem.${problemKind(error)}.title`)} – Tessera`}
        </title>
        <Meta />
        <Links />
      </head>
      <body>
        <Frame
          person={known?.person ?? null}
          network={network}
          flash={known?.flash ?? null}
          isDemo={known?.isDemo ?? false}
          signInTo={signInTo}
        >
          {children}
        </Frame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const signInTo = useSignInTo();
  const known = useRouteLoaderData<typeof loader>('root');
  return <ProblemPage error={error} signInTo={known?.person ? null : signInTo} />;
}

function useSignInTo(): string {
  const { pathname, search } = useLocation();
  return pathname === paths.home() ? paths.signIn() : paths.signIn({ next: pathname + search });
}
