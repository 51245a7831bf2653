import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support.ts';

const figures = '/n/bg-model/mentoring/figures';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('who pays for a programme finds its figures where the others are, and none that could be a person', async ({
      as,
    }) => {
      const viewer = await as('bga.viewer');
      await viewer.goto('/n/bg-model/evaluations');
      await viewer.getByRole('link', { name: 'Mentoring in figures' }).click();

      await expect(viewer.getByRole('heading', { level: 1 })).toHaveText('Mentoring in figures');
      await expect(row(viewer, 'Sessions held')).toContainText(/\d+(\.\d)?%/);
      await expect(row(viewer, 'Relations under way')).toContainText(/under 5|\d{1,3}/);
      await expect(viewer.getByRole('main')).not.toContainText(/L\d\d/);
      await expect(viewer.getByRole('table')).not.toContainText(/(^|\s)[1-4] \//);
    });

    test('the coordinator sees each figure, and a mentor does not', async ({ as }) => {
      const coordinator = await as('coord.bg');
      await coordinator.goto(figures);
      await expect(row(coordinator, 'Leaders in the programmes')).toContainText('Target: 20');
      await expect(coordinator.getByText('under 5')).toHaveCount(0);
      await expect(coordinator.getByText(/Sessions held: \d+ of \d+/)).toBeVisible();
      await coordinator.goto('/n/bg-model/mentoring');
      const needs = coordinator.getByRole('table', { name: 'Goals by area of need' });
      await expect(needs.getByRole('row', { name: /^Health/ })).toContainText('6');

      const mentor = await as('mentor.k');
      const answer = await mentor.goto(figures);
      expect([403, 404]).toContain(answer?.status());
    });
  });
}

function row(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ hasText: name });
}
