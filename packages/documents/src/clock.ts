const middle = 50;
const hours = Array.from({ length: 12 }, (_, index) => index + 1);

/** A clock without hands, to show a time on it with a finger or a pen. */
export const clockSvg = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">',
  `<circle cx="${middle}" cy="${middle}" r="47" fill="#fff" stroke="#111" stroke-width="3"/>`,
  `<circle cx="${middle}" cy="${middle}" r="3" fill="#111"/>`,
  ...hours.map((hour) => {
    const angle = (hour / 6) * Math.PI;
    const x = (middle + 37 * Math.sin(angle)).toFixed(1);
    const y = (middle - 37 * Math.cos(angle)).toFixed(1);
    return `<text x="${x}" y="${y}" font-family="Noto Sans" font-size="13" font-weight="700" text-anchor="middle" dominant-baseline="central">${hour}</text>`;
  }),
  '</svg>',
].join('');
