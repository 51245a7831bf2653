import { defineConfig, devices } from '@playwright/test';

// `npm run e2e` starts a server of its own and names it here. By hand, a running demo is used.
const baseURL = process.env.E2E_URL ?? 'http://localhost:3000';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // A journey goes through many pages, and machines of a check are small and busy.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.REQUIRE_ALL === '1',
  // By hand a journey that fails once has failed. A busy machine of a check gets a second try, and the journey is named.
  retries: process.env.REQUIRE_ALL === '1' ? 1 : 0,
  reporter: 'list',
  use: {
    baseURL,
    actionTimeout: 10_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Ljubljana',
    screenshot: 'only-on-failure',
    trace: 'off',
    video: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      // Without a locale Chromium has no letters for the names of files beyond ASCII.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: [
        // Chromium refuses its sandbox to root, and containers give it little shared memory.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      // What says the same on every screen is tagged @once.
      grepInvert: /@once/,
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
});
