import { expect, message, openMail, test, unique } from './support.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an operator founds a network, its coordinator starts it and opens it', async ({
      page,
      as,
      browser,
    }) => {
      const operator = await as('admin');
      const name = unique('Valea Verde');
      const address = unique('valea');
      const email = `${unique('first')}@journey.example`;
      await operator.goto('/operator/networks/un');
      await operator.getByRole('link', { name: 'Found a network within' }).click();
      await operator.getByLabel('Kind', { exact: true }).selectOption('Municipal network');
      await operator.getByLabel('Address', { exact: true }).fill('UN-MS-1');
      await operator.getByLabel('Name', { exact: true }).fill(name);
      await operator.getByLabel('Main language').selectOption('English');
      await operator.getByRole('checkbox', { name: 'Romanian' }).check();
      await operator.getByLabel('Time zone').fill('Europe/Bucharest');
      await operator.getByLabel('E-mail address of the first coordinator').fill(email);
      await operator.getByRole('button', { name: 'Found and invite' }).click();
      await expect(operator.getByRole('alert')).toContainText('Another network has this address already.');
      await expect(operator.getByLabel('Name', { exact: true })).toHaveValue(name);
      await operator.getByLabel('Address', { exact: true }).fill(address);
      await operator.getByRole('button', { name: 'Found and invite' }).click();
      await expect(message(operator)).toContainText(`the invitation is on its way: ${email}`);
      await expect(operator.getByRole('row').filter({ hasText: name })).toContainText('draft');
      expect((await page.goto(`/n/${address}`))?.status()).toBe(404);

      const mail = await openMail(page, email, name);
      const link = await mail.getByRole('link', { name: /\/invitations\// }).getAttribute('href');
      const context = await browser.newContext({ javaScriptEnabled });
      const url = test.info().project.use.baseURL ?? '';
      await context.addCookies([{ name: 'tessera_language', value: 'en', url }]);
      const coordinator = await context.newPage();
      await coordinator.goto(link ?? '');
      await expect(coordinator.getByRole('main')).toContainText(name);
      await coordinator.getByLabel('Given name', { exact: true }).fill('Ilona');
      await coordinator.getByLabel('Family name', { exact: true }).fill('Kertész');
      await coordinator.getByLabel('Password').fill('green lamps over water');
      await coordinator.getByRole('button', { name: 'Make the login and accept' }).click();
      await expect(message(coordinator)).toContainText('Welcome! The invitation is accepted.');
      await coordinator.goto(`/n/${address}`);
      await expect(coordinator.getByText('Only members see this network')).toBeVisible();
      await expect(coordinator.getByText('What is left to do: 8 steps left')).toBeVisible();

      await coordinator.getByRole('link', { name: 'Continue' }).click();
      await coordinator.getByRole('link', { name: 'Name and summary' }).click();
      await coordinator.getByLabel('Summary (English)').fill('A short summary.');
      const next = coordinator.getByRole('button', { name: 'Save and continue' });
      await next.click();
      await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Territory and kind');
      await coordinator.getByLabel('Time zone').fill('Nowhere/Land');
      await next.click();
      await expect(coordinator.getByRole('alert')).toContainText('Time zone');
      await expect(coordinator.getByLabel('Time zone')).toHaveValue('Nowhere/Land');
      await coordinator.getByLabel('Time zone').fill('Europe/Bucharest');
      await next.click();
      await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Languages');
      await next.click();
      await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Colour');
      await coordinator.getByLabel('Colour', { exact: true }).fill('#2f6f5e');
      await next.click();
      await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Modules');
      await coordinator.getByRole('checkbox', { name: 'Certificates' }).uncheck();
      await next.click();
      await expect(coordinator.getByText('3 steps left')).toBeVisible();
      await coordinator.goto(`/n/${address}`);
      await expect(
        coordinator.getByRole('link', { name: 'My certificates', includeHidden: true }),
      ).toHaveCount(0);
      expect((await coordinator.goto(`/n/${address}/certificates`))?.status()).toBe(404);

      await coordinator.goto(`/n/${address}`);
      await coordinator.getByRole('button', { name: 'Do not show this any more' }).click();
      await expect(coordinator.getByText('What is left to do')).toHaveCount(0);
      await coordinator.getByRole('button', { name: 'Open the network' }).click();
      await expect(message(coordinator)).toContainText('The network is open to everyone now.');
      await page.goto(`/n/${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await context.close();

      // Suspended: everyone is told, nobody writes.
      await operator.goto(`/operator/networks/${address}`);
      await operator.getByRole('button', { name: 'Suspend the network' }).click();
      await expect(message(operator)).toContainText('The network is suspended.');
      await page.goto(`/n/${address}`);
      await expect(page.getByText('This network is suspended')).toBeVisible();
      await operator.getByRole('button', { name: 'Reactivate the network' }).click();
      await expect(message(operator)).toContainText('The network is active again.');
    });

    test('a coordinator sees where a rule comes from, changes it and gives it back', async ({ as }) => {
      const coordinator = await as(javaScriptEnabled ? 'coord.harghita' : 'coord.mures');
      const network = javaScriptEnabled ? 'un-hr-1' : 'un-ms-2';
      await coordinator.goto(`/n/${network}/settings`);
      const row = coordinator.getByRole('row').filter({ hasText: 'Hours to answer an offer' });
      await expect(row).toContainText('From: United Networks');
      await coordinator.getByRole('link', { name: 'Change rules' }).click();
      await coordinator.getByLabel('Hours to answer an offer').fill('5000');
      await coordinator.getByRole('button', { name: 'Save rules' }).click();
      await expect(coordinator.getByRole('alert')).toBeVisible();
      await expect(coordinator.getByLabel('Hours to answer an offer')).toHaveValue('5000');
      await coordinator.getByLabel('Hours to answer an offer').fill('12');
      await coordinator.getByRole('button', { name: 'Save rules' }).click();
      await expect(row).toContainText('Set by this network');
      await coordinator.goto(`/n/${network}/trainings/new`);
      await expect(coordinator.getByLabel('Hours to answer an offer')).toHaveValue('12');
      await coordinator.goto(`/n/${network}/settings`);
      await row.getByRole('button', { name: /Use the inherited value/ }).click();
      await expect(row).toContainText('From: United Networks');
    });

    test('two networks become partners and part again', async ({ as }) => {
      // Journeys of two screens may run at once, so each has a pair of its own.
      const [county, region] = (
        {
          desktop: { scripts: ['mures', 'ie'], none: ['mures', 'si'] },
          phone: { scripts: ['harghita', 'pt'], none: ['harghita', 'pl'] },
        } as const
      )[test.info().project.name as 'desktop' | 'phone'][javaScriptEnabled ? 'scripts' : 'none'];
      const one = `un-${county === 'mures' ? 'ms' : 'hr'}-${javaScriptEnabled ? 1 : 2}`;
      const other = `inv-${region}`;
      const asking = await as(`coord.${county}`);
      const asked = await as(`coord.${region}`);
      await asking.goto(`/n/${one}/settings/partners`);
      await asking.getByRole('combobox', { name: 'Network' }).selectOption(other);
      await asking.getByRole('button', { name: 'Propose a partnership' }).click();
      await expect(message(asking)).toContainText('The partnership is proposed.');
      await asked.goto(`/n/${other}`);
      await expect(asked.getByText('1 network asks to be a partner')).toBeVisible();
      await asked.goto(`/n/${other}/settings/partners`);
      await asked.getByRole('button', { name: /^Accept/ }).click();
      await expect(message(asked)).toContainText('You are partners now.');
      await asking.goto(`/n/${one}/settings/partners`);
      await asking.getByRole('link', { name: /^End the partnership/ }).click();
      await asking.getByRole('button', { name: 'End the partnership' }).click();
      await expect(message(asking)).toContainText('The partnership has ended.');
      await asking.goto(`/n/${one}/settings/tree`);
      await expect(asking.getByRole('region', { name: 'Part of' })).toContainText('United Networks');
    });
  });
}
