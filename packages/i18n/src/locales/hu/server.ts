export { en as hu } from '../en/server.ts';
