/** The places of a body that can be pointed at. Left and right are those of the body. */
export const bodyParts = [
  'head',
  'chest',
  'belly',
  'hip',
  'back',
  'waist',
  'seat',
  'leftArm',
  'rightArm',
  'leftLeg',
  'rightLeg',
] as const;
export type BodyPart = (typeof bodyParts)[number];

const head = 'M50 4a15 17 0 0 1 15 17c0 8-4 14-9 16v7H44v-7c-5-2-9-8-9-16A15 17 0 0 1 50 4z';
const upper = 'M36 46h28l8 4-4 30H32l-4-30z';
const middle = 'M32 80h36l-1 24H33z';
const lower = 'M33 104h34l3 22H30z';
const onTheLeft = {
  arm: 'M27 50l-8 4c-4 2-5 6-6 11L6 116c0 5 8 7 10 1l9-36 5-10z',
  leg: 'M30 126h19l-2 38-3 42c-1 4-10 4-11 0l-4-42z',
};
const onTheRight = {
  arm: 'M73 50l8 4c4 2 5 6 6 11l7 51c0 5-8 7-10 1l-9-36-5-10z',
  leg: 'M70 126H51l2 38 3 42c1 4 10 4 11 0l4-42z',
};

export const bodyBox = '0 0 100 214';

/** The body from both sides, each place with its shape. */
export const bodyViews: { side: 'front' | 'rear'; shapes: { part: BodyPart; path: string }[] }[] = [
  {
    side: 'front',
    shapes: [
      { part: 'head', path: head },
      { part: 'chest', path: upper },
      { part: 'belly', path: middle },
      { part: 'hip', path: lower },
      { part: 'rightArm', path: onTheLeft.arm },
      { part: 'leftArm', path: onTheRight.arm },
      { part: 'rightLeg', path: onTheLeft.leg },
      { part: 'leftLeg', path: onTheRight.leg },
    ],
  },
  {
    side: 'rear',
    shapes: [
      { part: 'head', path: head },
      { part: 'back', path: upper },
      { part: 'waist', path: middle },
      { part: 'seat', path: lower },
      { part: 'leftArm', path: onTheLeft.arm },
      { part: 'rightArm', path: onTheRight.arm },
      { part: 'leftLeg', path: onTheLeft.leg },
      { part: 'rightLeg', path: onTheRight.leg },
    ],
  },
];

const face = '<path d="M44 20v1M56 20v1M44 29q6 4 12 0" fill="none"/>';

/** Both sides beside each other, for paper. */
export const bodySvg = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 230 214"><g fill="#fff" stroke="#111" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round">',
  ...bodyViews.map(
    ({ side, shapes }, index) =>
      `<g transform="translate(${index * 130} 0)">${shapes.map(({ path }) => `<path d="${path}"/>`).join('')}${side === 'front' ? face : ''}</g>`,
  ),
  '</g></svg>',
].join('');
