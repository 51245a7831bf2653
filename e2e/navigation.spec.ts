import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('the pages that do not stand in the row are one key away, and say where one is', {
      tag: '@once',
    }, async ({ as }) => {
      const page = await as('coord.un');
      await page.goto('/n/un');
      const pages = page.getByRole('navigation', { name: 'Pages of this network' });
      const more = pages.locator('summary').filter({ hasText: 'More' });
      await expect(pages.getByRole('listitem').filter({ visible: true })).toHaveCount(7);
      await expect(pages.getByRole('link', { name: 'History' })).toHaveCount(0);

      await more.focus();
      await page.keyboard.press('Enter');
      await pages.getByRole('link', { name: 'History' }).focus();
      await page.keyboard.press('Enter');

      await expect(page).toHaveURL(/\/n\/un\/history$/);
      await expect(more).toHaveText('More / History');
      await more.click();
      await expect(pages.getByRole('link', { name: 'History' })).toHaveAttribute('aria-current', 'page');
      if (javaScriptEnabled) {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
    });
  });
}

test('a page below another marks its entry and leads back to it', { tag: '@once' }, async ({ as }) => {
  const page = await as('coord.un');
  const pages = page.getByRole('navigation', { name: 'Pages of this network' });
  const above = page.getByRole('navigation', { name: 'Where you are' });

  await page.goto('/n/un/imports');
  await expect(pages.getByRole('link', { name: 'Members' })).toHaveAttribute('aria-current', 'page');
  await above.getByRole('link', { name: 'Members' }).click();
  await expect(page).toHaveURL(/\/n\/un\/members$/);

  await page.goto('/n/un/settings/privacy/accesses');
  await expect(pages.locator('summary').filter({ hasText: 'More' })).toHaveText('More / Settings');
  await above.getByRole('link', { name: 'Privacy' }).click();
  await expect(page).toHaveURL(/\/n\/un\/settings\/privacy$/);
});
