import type { DatabaseUrls } from '@tessera/db/template.server.ts';

/** The settings that web, worker and seed get when their database is an embedded one. */
export function embeddedSettings(
  urls: DatabaseUrls,
  settings: { data: string; port: number; secret: string },
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    TESSERA_DEMO: '1',
    LINK_CHECK: process.env.LINK_CHECK ?? '0',
    TESSERA_DATA: settings.data,
    PORT: String(settings.port),
    APP_SECRET: settings.secret,
    DATABASE_URL: urls.appUrl,
    JOBS_DATABASE_URL: urls.jobsUrl,
    OWNER_DATABASE_URL: urls.ownerUrl,
  };
}
