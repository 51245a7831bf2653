import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const at = 'http://localhost:3232/n/bg-model/cards';
for (const [name, w, h, scheme, lang] of [['390l',390,844,'light','bg'],['390d',390,844,'dark','hu'],['1440l',1440,900,'light','hu'],['1440d',1440,900,'dark','bg']] as const) {
  const c = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, locale: lang });
  const p = await c.newPage();
  p.on('console', (m) => m.type() === 'error' && console.log(name, m.text()));
  await p.goto(`${at}/spot?lang=${lang}`); await p.waitForTimeout(1500);
  await p.screenshot({ path: `/tmp/s-${name}-1.png`, fullPage: true });
  const code = name.startsWith('390') ? 'پښتو' : 'العربية';
  await p.getByRole('button', { name: new RegExp('^' + code) }).click(); await p.waitForTimeout(800);
  await p.screenshot({ path: `/tmp/s-${name}-2.png`, fullPage: true });
  const sit = p.getByRole('main').locator('section li button');
  await sit.first().click(); await p.waitForTimeout(300);
  await p.screenshot({ path: `/tmp/s-${name}-3.png`, fullPage: true });
  const cards = p.getByRole('main').locator('section li button');
  const n = await cards.count();
  for (let i = 0; i < n; i++) { await cards.nth(i).click(); await p.waitForTimeout(150); await p.screenshot({ path: `/tmp/s-${name}-c${i}.png` }); await p.keyboard.press('Escape'); }
  await p.goto(`${at}/print?lang=${lang}`); await p.screenshot({ path: `/tmp/s-${name}-p.png`, fullPage: true });
  await p.goto(`${at}/spot/uk?lang=${lang}`); await p.screenshot({ path: `/tmp/s-${name}-uk.png`, fullPage: false });
  await c.close();
}
await b.close();
