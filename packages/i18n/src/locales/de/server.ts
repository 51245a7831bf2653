export { en as de } from '../en/server.ts';
