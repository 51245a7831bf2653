import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

test('people recognise their devices', () => {
  const agents = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'curl/8.5.0',
    '',
  ];

  const devices = agents.map(deviceOf);

  expect(devices).toEqual([
    { browser: 'Firefox', system: 'Windows' },
    { browser: 'Edge', system: 'Windows' },
    { browser: 'Safari', system: 'iPhone' },
    { browser: 'Samsung Internet', system: 'Android' },
    { browser: 'Chrome', system: 'Mac' },
    { browser: null, system: null },
    { browser: null, system: null },
  ]);
});
