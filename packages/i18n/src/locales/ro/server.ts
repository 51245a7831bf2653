export { en as ro } from '../en/server.ts';
