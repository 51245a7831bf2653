export { en as de } from '../en/client.ts';
